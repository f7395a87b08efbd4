package org.nightjar.api.command;

import java.util.Objects;

/**
 * An option of a command.
 *
 * @param name name without hyphens, such as {@code task}; a single letter is typed with one hyphen
 * @param placeholder what stands for its value in the help, such as {@code NAME}; empty for a flag
 * @param description one line
 * @param repeatable whether it may be given more than once
 */
public record OptionSpec(String name, String placeholder, String description, boolean repeatable) {
  /** Refuses nulls. */
  public OptionSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(placeholder, "placeholder");
    Objects.requireNonNull(description, "description");
  }

  /** An option without a value. */
  public static OptionSpec flag(String name, String description) {
    return new OptionSpec(name, "", description, false);
  }

  /** An option with one value. */
  public static OptionSpec value(String name, String placeholder, String description) {
    return new OptionSpec(name, placeholder, description, false);
  }

  /** An option with a value that may be given more than once. */
  public static OptionSpec values(String name, String placeholder, String description) {
    return new OptionSpec(name, placeholder, description, true);
  }
}
