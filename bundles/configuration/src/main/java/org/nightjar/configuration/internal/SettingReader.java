package org.nightjar.configuration.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.nightjar.environment.Setting;
import org.nightjar.yaml.ProblemList;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;
import org.nightjar.yaml.Yaml.Form;

/** Turns what stands in a file into values of one setting, or says what is allowed. */
final class SettingReader {
  private static final Map<Class<?>, Function<String, Object>> WHOLE =
      Map.of(
          Byte.class, text -> new BigInteger(text).byteValueExact(),
          Short.class, text -> new BigInteger(text).shortValueExact(),
          Integer.class, text -> new BigInteger(text).intValueExact(),
          Long.class, text -> new BigInteger(text).longValueExact());

  private final Setting setting;

  SettingReader(Setting setting) {
    this.setting = setting;
  }

  /** The defaults; a default that cannot be read is a defect of the bundle and stays unset. */
  Value defaults() {
    return new Value(
        setting,
        setting.defaults().stream()
            .map(text -> convert(text).orElse(null))
            .filter(value -> value != null)
            .toList(),
        Optional.empty());
  }

  /**
   * The value of a field.
   *
   * @return empty if it is not allowed, which has then been noted
   */
  Optional<Value> read(String section, Yaml.Field field, ProblemList problems) {
    String name = section + "." + field.key();
    List<Yaml> items =
        setting.list() && field.value() instanceof Yaml.Items list
            ? list.items()
            : List.of(field.value());
    int before = problems.size();
    List<Object> values =
        items.stream().map(item -> one(name, item, problems)).flatMap(Optional::stream).toList();
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(new Value(setting, values, Optional.of(field.line())));
  }

  private Optional<Object> one(String name, Yaml yaml, ProblemList problems) {
    if (!(yaml instanceof Yaml.Scalar scalar) || scalar.form() == Form.NOTHING) {
      problems.add(yaml.line(), name + " is " + yaml.found(), "Allowed: " + allowed() + ".");
      return Optional.empty();
    }
    Optional<Object> value = value(scalar.text());
    if (value.isEmpty()) {
      String remedy =
          setting.options().isEmpty()
              ? "Allowed: " + allowed() + "."
              : Suggestion.remedy(scalar.text(), setting.options());
      problems.add(yaml.line(), name + " is " + yaml.found(), remedy);
    }
    return value;
  }

  /** One value, if it is allowed. */
  Optional<Object> value(String text) {
    boolean option = setting.options().isEmpty() || setting.options().contains(text);
    return option ? convert(text).filter(value -> inRange(text)) : Optional.empty();
  }

  private Optional<Object> convert(String text) {
    Class<?> type = setting.type();
    try {
      if (WHOLE.containsKey(type)) {
        return Optional.of(WHOLE.get(type).apply(text));
      }
      if (type == Double.class || type == Float.class) {
        double number = new BigDecimal(text).doubleValue();
        return Double.isInfinite(number)
            ? Optional.empty()
            : Optional.of(type == Float.class ? (Object) (float) number : (Object) number);
      }
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty(); // the caller says what is allowed
    }
    if (type == Boolean.class) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true" -> Optional.of(true);
        case "false" -> Optional.of(false);
        default -> Optional.empty();
      };
    }
    if (type == Character.class) {
      return text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty();
    }
    return Optional.of(text);
  }

  private boolean inRange(String text) {
    if (!Number.class.isAssignableFrom(setting.type())) {
      return true;
    }
    BigDecimal number = new BigDecimal(text);
    return setting.least().map(BigDecimal::new).map(l -> number.compareTo(l) >= 0).orElse(true)
        && setting.most().map(BigDecimal::new).map(m -> number.compareTo(m) <= 0).orElse(true);
  }

  /** What is allowed, in words. */
  String allowed() {
    if (!setting.options().isEmpty()) {
      return String.join(", ", setting.options());
    }
    String one = kind() + range();
    return setting.list() ? "a list, each item " + one : one;
  }

  private String kind() {
    Class<?> type = setting.type();
    if (WHOLE.containsKey(type)) {
      return "a whole number";
    } else if (Number.class.isAssignableFrom(type)) {
      return "a number";
    } else if (type == Boolean.class) {
      return "true or false";
    }
    return type == Character.class ? "one character" : "text";
  }

  private String range() {
    String least = setting.least().orElse("");
    String most = setting.most().orElse("");
    if (!least.isEmpty() && !most.isEmpty()) {
      return " from " + least + " to " + most;
    } else if (!least.isEmpty()) {
      return " of at least " + least;
    }
    return most.isEmpty() ? "" : " of at most " + most;
  }
}
