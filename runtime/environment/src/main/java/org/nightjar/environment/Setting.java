package org.nightjar.environment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One setting of a component.
 *
 * @param id the key, as the component reads it
 * @param type Java type of one value: {@code String}, {@code Boolean}, {@code Character}, or one of
 *     the boxes of numbers
 * @param list whether there may be any number of values
 * @param secret whether the value must not be shown
 * @param required whether the component cannot do without
 * @param defaults the values that hold if nothing is set; empty if the component names none
 * @param least smallest number allowed, as declared
 * @param most largest number allowed, as declared
 * @param options the only values allowed; empty if there is no such list
 * @param description what it does, with its unit; may be empty
 */
public record Setting(
    String id,
    Class<?> type,
    boolean list,
    boolean secret,
    boolean required,
    List<String> defaults,
    Optional<String> least,
    Optional<String> most,
    List<String> options,
    String description) {

  /** Copies the lists. */
  public Setting {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(type, "type");
    defaults = List.copyOf(defaults);
    Objects.requireNonNull(least, "least");
    Objects.requireNonNull(most, "most");
    options = List.copyOf(options);
    Objects.requireNonNull(description, "description");
  }
}
