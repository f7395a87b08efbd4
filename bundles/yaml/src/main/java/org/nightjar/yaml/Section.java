package org.nightjar.yaml;

import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;

/** A mapping whose keys have been checked. */
public final class Section {
  private final Value whole;
  private final Map<String, Value> entries;

  Section(Value whole, Map<String, Value> entries) {
    this.whole = whole;
    this.entries = entries;
  }

  /** The value of a key that must be there. */
  public Value need(String key) throws NightjarException {
    Value value = entries.get(key);
    if (value == null) {
      throw whole.wrong(
          "key '"
              + key
              + "' is missing"
              + (whole.key().isEmpty() ? "" : " in '" + whole.key() + "'"),
          "");
    }
    return value;
  }

  /** The value of a key that may be left out. */
  public Optional<Value> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** Text that may be left out. */
  public String text(String key, String otherwise) throws NightjarException {
    Value value = entries.get(key);
    return value == null ? otherwise : value.text();
  }

  /** A finite number that may be left out. */
  public double number(String key, double otherwise) throws NightjarException {
    Value value = entries.get(key);
    return value == null ? otherwise : value.number();
  }
}
