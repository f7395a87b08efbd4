package org.nightjar.store.internal.command;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;

/**
 * Nights in a row.
 *
 * @param first the first
 * @param last the last, included
 */
record Nights(LocalDate first, LocalDate last) {
  private static final String BETWEEN = "..";

  /** Nights as a person writes them: {@code 2026-11-20} or {@code 2026-11-01..2026-11-20}. */
  static List<Nights> of(List<String> texts) throws NightjarException {
    List<Nights> nights = new ArrayList<>();
    for (String text : texts) {
      int at = text.indexOf(BETWEEN);
      String first = at < 0 ? text : text.substring(0, at);
      String last = at < 0 ? text : text.substring(at + BETWEEN.length());
      try {
        nights.add(new Nights(LocalDate.parse(first), LocalDate.parse(last)));
      } catch (DateTimeException e) {
        throw new NightjarException(
            Problem.of(
                StandardError.BAD_ARGUMENT,
                "'" + text + "' is no night",
                "",
                "Write a date as 2026-11-20, or two as 2026-11-01..2026-11-20"),
            e);
      }
    }
    return nights;
  }
}
