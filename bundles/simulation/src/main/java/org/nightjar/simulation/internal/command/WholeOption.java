package org.nightjar.simulation.internal.command;

import org.nightjar.api.command.CommandCall;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/** Whole numbers on the command line. */
final class WholeOption {
  private WholeOption() {}

  /** The value of an option, within bounds. */
  static int of(CommandCall call, String name, int otherwise, int most) throws NightjarException {
    String text = call.option(name).orElse(Integer.toString(otherwise));
    return (int) parse("--" + name, text, 1, most);
  }

  /** A number, within bounds. */
  static long parse(String what, String text, long least, long most) throws NightjarException {
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw NightjarException.of(
        StandardError.BAD_ARGUMENT,
        what + " cannot be '" + text + "'",
        "",
        "Give a whole number from " + least + " to " + most);
  }
}
