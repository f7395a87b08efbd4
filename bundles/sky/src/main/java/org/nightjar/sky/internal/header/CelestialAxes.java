package org.nightjar.sky.internal.header;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nightjar.api.error.NightjarException;

/**
 * The pair of axes that is on the sky: Paper II, section 3.1.
 *
 * @param longitude one-based axis of the longitude
 * @param latitude one-based axis of the latitude
 * @param system {@code RA}, {@code G}, {@code E}, ...: what stands before LON and LAT
 * @param projection three-letter code
 * @param distortion code after the projection, such as {@code SIP}; empty if none
 */
record CelestialAxes(
    int longitude, int latitude, String system, String projection, String distortion) {

  /** Axes that are looked at; the standard allows more, but no image has them. */
  private static final int MOST_AXES = 9;

  private static final Pattern TYPE =
      Pattern.compile(
          "(RA|DEC|[A-Z]LON|[A-Z]LAT|[A-Z]{2}LN|[A-Z]{2}LT)-+([A-Z0-9]{3})(?:-(\\w+))?");

  /** The pair in these cards; empty if no axis has a celestial type with a projection. */
  static Optional<CelestialAxes> of(Cards cards) throws NightjarException {
    Axis longitude = null;
    Axis latitude = null;
    for (int i = 1; i <= MOST_AXES; i++) {
      Axis axis = axis(cards, i);
      if (axis == null) {
        continue;
      }
      if ((axis.isLongitude() ? longitude : latitude) != null) {
        throw Cards.corrupt(axis.keyword(), "is a second axis of the kind '" + axis.name() + "'");
      }
      if (axis.isLongitude()) {
        longitude = axis;
      } else {
        latitude = axis;
      }
    }
    if (longitude == null && latitude == null) {
      return Optional.empty();
    }
    return Optional.of(pair(longitude, latitude));
  }

  private static CelestialAxes pair(Axis longitude, Axis latitude) throws NightjarException {
    if (longitude == null || latitude == null) {
      Axis alone = longitude == null ? latitude : longitude;
      throw Cards.corrupt(alone.keyword(), "is '" + alone.type() + "' without its partner");
    }
    if (!longitude.system().equals(latitude.system())
        || !longitude.projection().equals(latitude.projection())
        || !longitude.distortion().equals(latitude.distortion())) {
      throw Cards.corrupt(
          latitude.keyword(),
          "is '" + latitude.type() + "', which does not go with '" + longitude.type() + "'");
    }
    return new CelestialAxes(
        longitude.index(),
        latitude.index(),
        longitude.system(),
        longitude.projection(),
        longitude.distortion());
  }

  private static Axis axis(Cards cards, int index) {
    String type = cards.text("CTYPE" + index).orElse("");
    Matcher m = TYPE.matcher(type);
    return m.matches()
        ? new Axis(index, type, m.group(1), m.group(2), m.group(3) == null ? "" : m.group(3))
        : null;
  }

  private record Axis(int index, String type, String name, String projection, String distortion) {
    String keyword() {
      return "CTYPE" + index;
    }

    boolean isLongitude() {
      return name.equals("RA") || name.endsWith("LON") || name.endsWith("LN");
    }

    String system() {
      return switch (name) {
        case "RA", "DEC" -> "RA";
        default -> name.substring(0, name.length() - (name.matches("..L[NT]") ? 2 : 3));
      };
    }
  }
}
