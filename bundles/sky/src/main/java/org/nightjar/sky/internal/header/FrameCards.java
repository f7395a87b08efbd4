package org.nightjar.sky.internal.header;

import java.util.Locale;
import java.util.OptionalDouble;
import org.nightjar.api.error.NightjarException;
import org.nightjar.sky.internal.sphere.Frame;
import org.nightjar.sky.internal.sphere.Frames;
import org.nightjar.sky.internal.sphere.RotatedFrame;

/** The celestial frame from CTYPE, RADESYS and EQUINOX: Paper II, section 3.1. */
final class FrameCards {
  /** Below this equinox a header without RADESYS means FK4. */
  private static final double FIRST_FK5 = 1984;

  /** The precession series hold for some centuries around now. */
  private static final double EARLIEST = 1500;

  private static final double LATEST = 2500;

  private FrameCards() {}

  static Frame read(Cards cards, CelestialAxes axes) throws NightjarException {
    return switch (axes.system()) {
      case "RA" -> equatorial(cards);
      case "G" -> Frames.galactic();
      default ->
          throw Cards.unsupported(
              "CTYPE" + axes.longitude(),
              "is of the system '" + axes.system() + "', not equatorial or galactic");
    };
  }

  private static Frame equatorial(Cards cards) throws NightjarException {
    String keyword = cards.text("RADESYS").isPresent() ? "RADESYS" : "RADECSYS";
    String system = cards.text(keyword).map(s -> s.toUpperCase(Locale.ROOT)).orElse("");
    OptionalDouble equinox = equinox(cards);
    if (system.isEmpty()) {
      if (equinox.isEmpty()) {
        return RotatedFrame.ICRS;
      }
      system = equinox.getAsDouble() < FIRST_FK5 ? "FK4" : "FK5";
    }
    return switch (system) {
      case "ICRS" -> RotatedFrame.ICRS;
      case "FK5" -> Frames.fk5(equinox.orElse(2000));
      case "FK4" -> Frames.fk4(equinox.orElse(1950));
      case "FK4-NO-E" -> Frames.fk4WithoutEterms(equinox.orElse(1950));
      default ->
          throw Cards.unsupported(keyword, "is '" + system + "', not ICRS, FK5, FK4 or FK4-NO-E");
    };
  }

  private static OptionalDouble equinox(Cards cards) throws NightjarException {
    String keyword = cards.has("EQUINOX") ? "EQUINOX" : "EPOCH";
    OptionalDouble equinox = cards.number(keyword);
    if (equinox.isPresent()
        && !(equinox.getAsDouble() >= EARLIEST && equinox.getAsDouble() <= LATEST)) {
      throw Cards.corrupt(keyword, "is " + equinox.getAsDouble() + ", not a year");
    }
    return equinox;
  }
}
