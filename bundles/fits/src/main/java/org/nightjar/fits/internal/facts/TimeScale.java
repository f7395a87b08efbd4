package org.nightjar.fits.internal.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Brings times of the scales that headers use (TIMESYS) to UTC. */
final class TimeScale {
  private static final double TT_MINUS_TAI = 32.184;

  /** TAI - UTC in seconds from each date on (IERS Bulletin C); before 1972 it is left at 10. */
  private static final TreeMap<LocalDate, Integer> TAI_MINUS_UTC =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(LocalDate.of(1858, 11, 17), 10),
              Map.entry(LocalDate.of(1972, 7, 1), 11),
              Map.entry(LocalDate.of(1973, 1, 1), 12),
              Map.entry(LocalDate.of(1974, 1, 1), 13),
              Map.entry(LocalDate.of(1975, 1, 1), 14),
              Map.entry(LocalDate.of(1976, 1, 1), 15),
              Map.entry(LocalDate.of(1977, 1, 1), 16),
              Map.entry(LocalDate.of(1978, 1, 1), 17),
              Map.entry(LocalDate.of(1979, 1, 1), 18),
              Map.entry(LocalDate.of(1980, 1, 1), 19),
              Map.entry(LocalDate.of(1981, 7, 1), 20),
              Map.entry(LocalDate.of(1982, 7, 1), 21),
              Map.entry(LocalDate.of(1983, 7, 1), 22),
              Map.entry(LocalDate.of(1985, 7, 1), 23),
              Map.entry(LocalDate.of(1988, 1, 1), 24),
              Map.entry(LocalDate.of(1990, 1, 1), 25),
              Map.entry(LocalDate.of(1991, 1, 1), 26),
              Map.entry(LocalDate.of(1992, 7, 1), 27),
              Map.entry(LocalDate.of(1993, 7, 1), 28),
              Map.entry(LocalDate.of(1994, 7, 1), 29),
              Map.entry(LocalDate.of(1996, 1, 1), 30),
              Map.entry(LocalDate.of(1997, 7, 1), 31),
              Map.entry(LocalDate.of(1999, 1, 1), 32),
              Map.entry(LocalDate.of(2006, 1, 1), 33),
              Map.entry(LocalDate.of(2009, 1, 1), 34),
              Map.entry(LocalDate.of(2012, 7, 1), 35),
              Map.entry(LocalDate.of(2015, 7, 1), 36),
              Map.entry(LocalDate.of(2017, 1, 1), 37)));

  private TimeScale() {}

  static Instant utc(Instant time, String scale) {
    double ahead =
        switch (scale.toUpperCase(Locale.ROOT)) {
          case "TAI" -> leap(time);
          case "TT", "TDT", "TDB", "ET" -> leap(time) + TT_MINUS_TAI;
          case "GPS" -> leap(time) - 19.0;
          default -> 0.0;
        };
    return time.minusMillis(Math.round(ahead * 1000));
  }

  private static double leap(Instant time) {
    var entry = TAI_MINUS_UTC.floorEntry(time.atOffset(ZoneOffset.UTC).toLocalDate());
    return entry == null ? 0 : entry.getValue();
  }
}
