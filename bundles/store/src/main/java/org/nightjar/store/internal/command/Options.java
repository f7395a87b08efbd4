package org.nightjar.store.internal.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/** Options that several commands have, and their values. */
final class Options {
  static final OptionSpec NIGHT =
      OptionSpec.value("night", "DATE", "the night that began on this evening, as 2026-11-20");
  static final OptionSpec TASK = OptionSpec.value("task", "NAME", "only this task");

  private Options() {}

  static Optional<LocalDate> date(CommandCall call, String name) throws NightjarException {
    Optional<String> text = call.option(name);
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw bad(name, text.orElseThrow(), "Write a date as 2026-11-20");
    }
  }

  static int count(CommandCall call, String name, int otherwise) throws NightjarException {
    String text = call.option(name).orElse(Integer.toString(otherwise));
    try {
      int count = Integer.parseInt(text.toLowerCase(Locale.ROOT));
      if (count >= 1) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw bad(name, text, "Write a positive whole number");
    }
    throw bad(name, text, "Write a positive whole number");
  }

  private static NightjarException bad(String name, String value, String remedy) {
    return NightjarException.of(
        StandardError.BAD_ARGUMENT, "--" + name + " cannot be '" + value + "'", "", remedy);
  }
}
