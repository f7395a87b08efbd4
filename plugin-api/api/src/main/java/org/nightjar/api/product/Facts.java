package org.nightjar.api.product;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What is known of a product without looking at its pixels: an immutable, ordered map from names to
 * plain values.
 *
 * <p>Values are {@link String}, {@link Long}, {@link Double}, {@link Boolean}, and {@link List}s
 * and {@link Map}s (with string keys) of those; smaller numbers are widened, {@code null} is kept
 * out. Fields of nested records have dotted names, such as {@code candidate.magpsf}. Names that
 * every reader uses stand in {@link FactNames}.
 *
 * @param values the facts, in the reader's order
 */
public record Facts(Map<String, Object> values) {
  /** No facts. */
  public static final Facts NONE = new Facts(Map.of());

  /**
   * Copies the values deeply.
   *
   * @throws IllegalArgumentException if a value is of a type that facts cannot hold
   */
  public Facts {
    values = copy(values);
  }

  /** The value as text: strings as they are, numbers and flags in their usual form. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(String::valueOf);
  }

  /** The value as a number; empty if absent or not a number. */
  public OptionalDouble number(String name) {
    return values.get(name) instanceof Number n
        ? OptionalDouble.of(n.doubleValue())
        : OptionalDouble.empty();
  }

  /** The value as an integer; empty if absent or not an integer. */
  public OptionalLong integer(String name) {
    return values.get(name) instanceof Long n ? OptionalLong.of(n) : OptionalLong.empty();
  }

  /** The value as a flag; empty if absent or not a flag. */
  public Optional<Boolean> flag(String name) {
    return values.get(name) instanceof Boolean b ? Optional.of(b) : Optional.empty();
  }

  /** The value as a list; the empty list if absent or not a list. */
  public List<?> list(String name) {
    return values.get(name) instanceof List<?> l ? l : List.of();
  }

  /** Whether there is such a fact. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** These facts and one more; a {@code null} value removes the fact. */
  public Facts with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    if (value == null) {
      more.remove(name);
    } else {
      more.put(name, value);
    }
    return new Facts(more);
  }

  private static Map<String, Object> copy(Map<?, ?> source) {
    Map<String, Object> target = new LinkedHashMap<>();
    source.forEach(
        (name, value) -> {
          if (value != null) {
            target.put((String) name, plain((String) name, value));
          }
        });
    return Collections.unmodifiableMap(target);
  }

  private static Object plain(String name, Object value) {
    if (value instanceof String
        || value instanceof Long
        || value instanceof Double
        || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Float f) {
      return f.doubleValue();
    }
    if (value instanceof Map<?, ?> map) {
      return copy(map);
    }
    if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>(list.size());
      list.stream().filter(item -> item != null).forEach(item -> items.add(plain(name, item)));
      return Collections.unmodifiableList(items);
    }
    throw new IllegalArgumentException(
        "fact '" + name + "' cannot hold a " + value.getClass().getName());
  }
}
