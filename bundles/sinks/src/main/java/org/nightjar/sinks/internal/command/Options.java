package org.nightjar.sinks.internal.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.report.Verdict;
import org.nightjar.store.ReportQuery;

/** What the options of the command ask for. */
final class Options {
  private static final int USUALLY = 100;

  private Options() {}

  static ReportQuery query(CommandCall call) throws NightjarException {
    return new ReportQuery(
        call.option("product"),
        call.option("task"),
        night(call),
        verdict(call),
        call.flag("all"),
        limit(call));
  }

  private static Optional<LocalDate> night(CommandCall call) throws NightjarException {
    Optional<String> text = call.option("night");
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw bad("night", text.orElseThrow(), "Write a date as 2026-11-20");
    }
  }

  private static Optional<Verdict> verdict(CommandCall call) throws NightjarException {
    Optional<String> text = call.option("verdict");
    try {
      return text.map(Verdict::ofWord);
    } catch (IllegalArgumentException e) {
      String all =
          Arrays.stream(Verdict.values()).map(Verdict::word).collect(Collectors.joining(", "));
      throw bad("verdict", text.orElseThrow(), "Write one of: " + all);
    }
  }

  private static int limit(CommandCall call) throws NightjarException {
    String text = call.option("limit").orElse(Integer.toString(USUALLY));
    try {
      int count = Integer.parseInt(text);
      if (count >= 1) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw bad("limit", text, "Write a positive whole number");
    }
    throw bad("limit", text, "Write a positive whole number");
  }

  private static NightjarException bad(String name, String value, String remedy) {
    return NightjarException.of(
        StandardError.BAD_ARGUMENT, "--" + name + " cannot be '" + value + "'", "", remedy);
  }
}
