package org.nightjar.fits.internal.facts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nightjar.fits.internal.header.Card;
import org.nightjar.fits.internal.header.Header;

/**
 * When an exposure began, from what headers say: an ISO date and time, a date with the time in
 * another card, the old {@code dd/mm/yy}, or a (modified) Julian date.
 */
final class ObservationTime {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d*)?)?)Z?)?");

  /** Years past 99 are real: programs wrote 2002 as 102. */
  private static final Pattern OLD = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{2,4})");

  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2}(?:\\.\\d*)?))?.*");
  private static final List<String> CLOCKS =
      List.of("TIME-OBS", "UTC-OBS", "UTSTART", "UT", "UTC", "TIME-BEG", "TAIHMS");
  private static final double UNIX_EPOCH_MJD = 40587.0;
  private static final double MJD_ZERO_JD = 2400000.5;
  private static final double SECONDS_PER_DAY = 86400.0;

  private ObservationTime() {}

  /** The start in UTC, from the first of these keywords that tells a time of day. */
  static Optional<Instant> of(Header header, List<String> keywords) {
    Optional<Instant> day = Optional.empty();
    for (String keyword : keywords) {
      Optional<Card> card = header.card(keyword);
      if (card.isEmpty()) {
        continue;
      }
      Object value = card.get().value();
      String scale = header.text("TIMESYS").orElse("UTC");
      if (value instanceof Number n) {
        Optional<Instant> time = julian(keyword, n.doubleValue());
        if (time.isPresent()) {
          return time.map(t -> TimeScale.utc(t, scale));
        }
      } else {
        Dated dated = dated(value.toString().strip(), header);
        if (dated.time.isPresent() && dated.clock) {
          return dated.time.map(t -> TimeScale.utc(t, scale));
        }
        day = day.or(() -> dated.time);
      }
    }
    return day;
  }

  private record Dated(Optional<Instant> time, boolean clock) {}

  private static Dated dated(String text, Header header) {
    try {
      Matcher iso = ISO.matcher(text);
      if (iso.matches()) {
        LocalDate date = date(iso.group(1), iso.group(2), iso.group(3));
        return iso.group(4) == null ? withClock(date, header) : at(date, clock(iso.group(4)));
      }
      Matcher old = OLD.matcher(text);
      if (old.matches()) {
        int year = Integer.parseInt(old.group(3));
        String full = String.valueOf(year < 1000 ? 1900 + year : year);
        return withClock(date(full, old.group(2), old.group(1)), header);
      }
    } catch (DateTimeException e) {
      return new Dated(Optional.empty(), false);
    }
    return new Dated(Optional.empty(), false);
  }

  private static LocalDate date(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static Dated withClock(LocalDate date, Header header) {
    for (String keyword : CLOCKS) {
      Optional<LocalTime> time = header.text(keyword).flatMap(ObservationTime::clock);
      if (time.isPresent()) {
        return at(date, time);
      }
    }
    return new Dated(Optional.of(date.atStartOfDay().toInstant(ZoneOffset.UTC)), false);
  }

  private static Dated at(LocalDate date, Optional<LocalTime> time) {
    return new Dated(time.map(t -> date.atTime(t).toInstant(ZoneOffset.UTC)), time.isPresent());
  }

  private static Optional<LocalTime> clock(String text) {
    Matcher matcher = CLOCK.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double seconds = matcher.group(3) == null ? 0 : Double.parseDouble(matcher.group(3));
    double sum =
        Integer.parseInt(matcher.group(1)) * 3600.0
            + Integer.parseInt(matcher.group(2)) * 60.0
            + seconds;
    return sum < SECONDS_PER_DAY
        ? Optional.of(LocalTime.ofNanoOfDay(Math.round(sum * 1e6) * 1000))
        : Optional.empty();
  }

  private static Optional<Instant> julian(String keyword, double value) {
    String name = keyword.toUpperCase(Locale.ROOT);
    double mjd = name.contains("MJD") ? value : value - MJD_ZERO_JD;
    boolean known = name.contains("JD") && mjd > 0 && mjd < 1e6;
    return known
        ? Optional.of(
            Instant.ofEpochMilli(Math.round((mjd - UNIX_EPOCH_MJD) * SECONDS_PER_DAY * 1000)))
        : Optional.empty();
  }
}
