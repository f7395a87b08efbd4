package org.nightjar.api.command;

import java.util.List;
import java.util.Objects;

/**
 * What a command looks like.
 *
 * @param name words as typed after {@code nightjar}, such as {@code models add}
 * @param summary one line for the list of commands
 * @param parameters placeholder of the positional arguments, such as {@code PATH...}; empty when
 *     there are none
 * @param least fewest positional arguments
 * @param most most positional arguments; {@link Integer#MAX_VALUE} for no bound
 * @param options options besides {@code --json} and {@code --data}, which every command has
 * @param description more help and examples, plain text
 */
public record CommandSpec(
    String name,
    String summary,
    String parameters,
    int least,
    int most,
    List<OptionSpec> options,
    String description) {

  /** Copies the options and checks the bounds. */
  public CommandSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(description, "description");
    options = List.copyOf(options);
    if (least < 0 || most < least) {
      throw new IllegalArgumentException(
          name + ": between " + least + " and " + most + " arguments");
    }
  }
}
