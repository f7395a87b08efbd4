package org.nightjar.simulation.internal.unit;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nightjar.simulation.internal.unit.Unit.Dimension;

/**
 * Units as the FITS standard 4.0 (section 4.3) spells them: {@code deg2}, {@code km/s}, {@code
 * Mpc-3 mag-1}, {@code 1/Mpc3}. Constants: IAU 2012 and 2015, CODATA 2018.
 */
public final class Units {
  private static final double ARCSEC = StrictMath.PI / 648_000;
  private static final double AU = 1.495978707e11;
  private static final double PARSEC = AU / ARCSEC;
  private static final double YEAR = 365.25 * 86_400;
  private static final double ELECTRON_VOLT = 1.602176634e-19;
  private static final Pattern FACTOR =
      Pattern.compile("\\s*([./*])?\\s*(1|[A-Za-z%]+)(?:(?:\\^|\\*\\*)?\\(?([-+]?\\d+)\\)?)?");
  private static final Map<String, Unit> KNOWN = known();

  private Units() {}

  /** The words of which units are made. */
  public static Collection<String> names() {
    return KNOWN.keySet();
  }

  /** The same unit as the FITS standard spells it, where we understand other words, too. */
  public static String standard(String text) {
    return text.replaceAll("\\bMsun\\b", "solMass");
  }

  /** The unit of this text, blank for a plain number; empty if it is not understood. */
  public static Optional<Unit> parse(String text) {
    Unit unit = Unit.none();
    String rest = text.strip();
    Matcher matcher = FACTOR.matcher(rest);
    int at = 0;
    while (at < rest.length()) {
      matcher.region(at, rest.length());
      if (!matcher.lookingAt() || (at == 0 && matcher.group(1) != null)) {
        return Optional.empty();
      }
      boolean one = matcher.group(2).equals("1");
      Unit next = one ? Unit.none() : KNOWN.get(matcher.group(2));
      if (next == null || (one && matcher.group(3) != null)) {
        return Optional.empty();
      }
      int power = matcher.group(3) == null ? 1 : power(matcher.group(3));
      unit = unit.times(next, "/".equals(matcher.group(1)) ? -power : power);
      at = matcher.end();
    }
    return Optional.of(unit);
  }

  /** Powers beyond a hundred are no units; a long row of digits is no number. */
  private static int power(String digits) {
    return digits.length() > 3 ? 0 : Integer.parseInt(digits);
  }

  private static Map<String, Unit> known() {
    Map<String, Unit> units = new TreeMap<>();
    lengthsAndTimes(units);
    anglesAndCounts(units);
    Unit metre = units.get("m");
    Unit second = units.get("s");
    Unit joule = units.get("kg").times(metre, 2).times(second, -2);
    units.put("J", joule);
    units.put("erg", joule.times(1e-7));
    units.put("eV", joule.times(ELECTRON_VOLT));
    units.put("keV", joule.times(1e3 * ELECTRON_VOLT));
    units.put("W", joule.times(second, -1));
    Unit jansky = joule.times(metre, -2).times(1e-26);
    units.put("Jy", jansky);
    units.put("mJy", jansky.times(1e-3));
    units.put("uJy", jansky.times(1e-6));
    units.put("nJy", jansky.times(1e-9));
    Unit hertz = Unit.none().times(second, -1);
    units.put("Hz", hertz);
    units.put("MHz", hertz.times(1e6));
    units.put("GHz", hertz.times(1e9));
    return units;
  }

  private static void lengthsAndTimes(Map<String, Unit> units) {
    Map<String, Double> lengths =
        Map.ofEntries(
            Map.entry("m", 1.0),
            Map.entry("km", 1e3),
            Map.entry("cm", 1e-2),
            Map.entry("mm", 1e-3),
            Map.entry("um", 1e-6),
            Map.entry("nm", 1e-9),
            Map.entry("Angstrom", 1e-10),
            Map.entry("AU", AU),
            Map.entry("pc", PARSEC),
            Map.entry("kpc", 1e3 * PARSEC),
            Map.entry("Mpc", 1e6 * PARSEC),
            Map.entry("Gpc", 1e9 * PARSEC));
    lengths.forEach((name, metres) -> units.put(name, Unit.of(metres, Dimension.LENGTH)));
    Map<String, Double> times =
        Map.of(
            "s",
            1.0,
            "min",
            60.0,
            "h",
            3600.0,
            "d",
            86_400.0,
            "a",
            YEAR,
            "yr",
            YEAR,
            "Myr",
            1e6 * YEAR,
            "Gyr",
            1e9 * YEAR);
    times.forEach((name, seconds) -> units.put(name, Unit.of(seconds, Dimension.TIME)));
    units.put("kg", Unit.of(1, Dimension.MASS));
    units.put("g", Unit.of(1e-3, Dimension.MASS));
    Unit sun = Unit.of(1.988409870698051e30, Dimension.MASS);
    units.put("solMass", sun);
    units.put("Msun", sun);
    units.put("K", Unit.of(1, Dimension.TEMPERATURE));
    units.put("mK", Unit.of(1e-3, Dimension.TEMPERATURE));
    units.put("uK", Unit.of(1e-6, Dimension.TEMPERATURE));
  }

  private static void anglesAndCounts(Map<String, Unit> units) {
    Unit radian = Unit.of(1, Dimension.ANGLE);
    units.put("rad", radian);
    units.put("deg", radian.times(3600 * ARCSEC));
    units.put("arcmin", radian.times(60 * ARCSEC));
    units.put("arcsec", radian.times(ARCSEC));
    units.put("mas", radian.times(1e-3 * ARCSEC));
    units.put("sr", Unit.none().times(radian, 2));
    units.put("mag", Unit.of(1, Dimension.MAGNITUDE));
    units.put("mmag", Unit.of(1e-3, Dimension.MAGNITUDE));
    units.put("dex", Unit.of(1, Dimension.DEX));
    units.put("adu", Unit.of(1, Dimension.ADU));
    units.put("electron", Unit.of(1, Dimension.ELECTRON));
    units.put("ph", Unit.of(1, Dimension.PHOTON));
    units.put("photon", Unit.of(1, Dimension.PHOTON));
    units.put("pix", Unit.of(1, Dimension.PIXEL));
    units.put("pixel", Unit.of(1, Dimension.PIXEL));
    units.put("solLum", Unit.of(1, Dimension.SUN));
    units.put("%", Unit.none().times(0.01));
  }
}
