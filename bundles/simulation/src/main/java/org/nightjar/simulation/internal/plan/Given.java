package org.nightjar.simulation.internal.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.simulation.Arguments;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.RedshiftFunction;

/** Checked arguments of a call, in the parameters' units. */
public final class Given implements Arguments {
  private final Map<String, Object> values;
  private final Map<String, ParameterInfo> parameters = new LinkedHashMap<>();
  private final String openUnit;

  /**
   * A column as an argument.
   *
   * @param column the column
   * @param factor from its unit to the parameter's
   */
  public record Use(Column column, double factor) {}

  /** Several columns as an argument. */
  public record Uses(List<Use> all) {
    /** Copies the list. */
    public Uses {
      all = List.copyOf(all);
    }
  }

  /**
   * Arguments.
   *
   * @param values Double, Long, String, Boolean, lists of Double or String, RedshiftFunction, Use,
   *     Uses, by parameter
   * @param openUnit unit of the parameters that leave it open
   */
  public Given(List<ParameterInfo> parameters, Map<String, Object> values, String openUnit) {
    parameters.forEach(parameter -> this.parameters.put(parameter.name(), parameter));
    this.values = new LinkedHashMap<>(values);
    this.openUnit = openUnit;
  }

  /** The arguments by parameter, in the parameters' order. */
  public Map<ParameterInfo, Object> values() {
    Map<ParameterInfo, Object> all = new LinkedHashMap<>();
    parameters.forEach(
        (name, parameter) -> {
          if (values.containsKey(name)) {
            all.put(parameter, values.get(name));
          }
        });
    return all;
  }

  /** The unit of the parameters that leave it open. */
  public String openUnit() {
    return openUnit;
  }

  /** The columns they use. */
  public List<Use> uses() {
    return values.values().stream()
        .flatMap(
            value ->
                value instanceof Uses several
                    ? several.all().stream()
                    : value instanceof Use one ? List.of(one).stream() : List.<Use>of().stream())
        .toList();
  }

  /** The column, if one was given. */
  public Optional<Use> use(String parameter) {
    return value(parameter) instanceof Use use ? Optional.of(use) : Optional.empty();
  }

  /** The columns of a list. */
  public List<Use> several(String parameter) {
    return value(parameter, Uses.class).all();
  }

  @Override
  public boolean has(String parameter) {
    declared(parameter);
    return values.containsKey(parameter);
  }

  @Override
  public double number(String parameter) {
    return value(parameter, Double.class);
  }

  @Override
  public long whole(String parameter) {
    return value(parameter, Long.class);
  }

  @Override
  public double[] numbers(String parameter) {
    List<?> numbers = value(parameter, List.class);
    return numbers.stream().mapToDouble(number -> ((Number) number).doubleValue()).toArray();
  }

  @Override
  public String text(String parameter) {
    return value(parameter, String.class);
  }

  @Override
  @SuppressWarnings("unchecked") // the reader makes lists of texts for such parameters alone
  public List<String> texts(String parameter) {
    return value(parameter, List.class);
  }

  @Override
  public boolean flag(String parameter) {
    return value(parameter, Boolean.class);
  }

  @Override
  public RedshiftFunction function(String parameter) {
    return value(parameter, RedshiftFunction.class);
  }

  @Override
  public int width(String parameter) {
    return use(parameter).map(use -> use.column().info().width()).orElse(1);
  }

  @Override
  public int count(String parameter) {
    return several(parameter).size();
  }

  @Override
  public String unit(String parameter) {
    String unit = declared(parameter).unit();
    return unit.equals(ParameterInfo.ANY_UNIT) ? openUnit : unit;
  }

  private ParameterInfo declared(String parameter) {
    ParameterInfo info = parameters.get(parameter);
    if (info == null) {
      throw new IllegalArgumentException("the parameter '" + parameter + "' was not declared");
    }
    return info;
  }

  private Object value(String parameter) {
    declared(parameter);
    return values.get(parameter);
  }

  private <T> T value(String parameter, Class<T> type) {
    Object value = value(parameter);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("the parameter '" + parameter + "' is " + value);
    }
    return type.cast(value);
  }
}
