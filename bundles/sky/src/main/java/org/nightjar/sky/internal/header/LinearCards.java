package org.nightjar.sky.internal.header;

import java.util.Locale;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.sky.internal.transformation.Linear;

/**
 * The linear transformation of the two celestial axes from CDi_j, PCi_j with CDELTi, or CDELTi with
 * CROTAi: Greisen & Calabretta (2002, A&A 395, 1061), section 2.1.2, and Paper II, section 6.1.
 */
final class LinearCards {
  private static final int MOST_AXES = 9;

  private static final Map<String, Double> DEGREES =
      Map.of(
          "deg",
          1.0,
          "degree",
          1.0,
          "degrees",
          1.0,
          "arcmin",
          1 / 60.0,
          "arcsec",
          1 / 3600.0,
          "mas",
          1 / 3.6e6,
          "rad",
          Math.toDegrees(1));

  private final Cards cards;
  private final CelestialAxes axes;

  LinearCards(Cards cards, CelestialAxes axes) {
    this.cards = cards;
    this.axes = axes;
  }

  /** Degrees in the unit of an axis. */
  double unit(int axis) throws NightjarException {
    String keyword = "CUNIT" + axis;
    String name = cards.text(keyword).orElse("deg");
    Double unit = DEGREES.get(name);
    if (unit == null) {
      unit = DEGREES.get(name.toLowerCase(Locale.ROOT));
    }
    if (unit == null) {
      throw Cards.corrupt(keyword, "is '" + name + "', not a unit of angle");
    }
    return unit;
  }

  Linear read() throws NightjarException {
    boolean cd = any("CD");
    boolean pc = any("PC");
    if (cd && pc) {
      throw Cards.corrupt("CD1_1", "and PC1_1 exclude each other");
    }
    Linear linear = cd ? matrix("CD") : scaled(pc);
    double size = Math.hypot(linear.xx(), linear.yx()) * Math.hypot(linear.xy(), linear.yy());
    if (!(Math.abs(linear.determinant()) > 1e-12 * size)) {
      String first = cd ? "CD" : pc ? "PC" : "CDELT";
      String place = first + axes.longitude() + (cd || pc ? "_1" : "");
      throw Cards.corrupt(place, "and its fellows make a matrix that cannot be inverted");
    }
    return linear;
  }

  private Linear scaled(boolean pc) throws NightjarException {
    String delta1 = "CDELT" + axes.longitude();
    String delta2 = "CDELT" + axes.latitude();
    if (!pc && !cards.has(delta1) && !cards.has(delta2)) {
      throw Cards.corrupt(delta1, "is missing, and so are CDi_j and PCi_j: the scale is unknown");
    }
    double dx = cards.number(delta1, 1) * unit(axes.longitude());
    double dy = cards.number(delta2, 1) * unit(axes.latitude());
    Linear turn = pc ? matrix("PC") : rotated(dx, dy);
    return new Linear(dx * turn.xx(), dx * turn.xy(), dy * turn.yx(), dy * turn.yy());
  }

  /** Paper II, equation 189: the old rotation as a PC matrix; that of the latitude axis counts. */
  private Linear rotated(double dx, double dy) throws NightjarException {
    double rotation = Math.toRadians(cards.number("CROTA" + axes.latitude(), 0));
    double along = Math.cos(rotation);
    double across = Math.sin(rotation);
    double ofLongitude = -across * dy / dx;
    double ofLatitude = across * dx / dy;
    if (rotation == 0) {
      ofLongitude = 0;
      ofLatitude = 0;
    }
    return axes.longitude() < axes.latitude()
        ? placed(along, ofLongitude, ofLatitude, along)
        : placed(ofLongitude, along, along, ofLatitude);
  }

  /** Only for the axes 1 and 2: without a matrix no other axis runs along the image. */
  private Linear placed(double xx, double xy, double yx, double yy) throws NightjarException {
    if (Math.max(axes.longitude(), axes.latitude()) > 2) {
      int other = Math.max(axes.longitude(), axes.latitude());
      throw Cards.unsupported("CTYPE" + other, "is celestial, but no axis of the image's planes");
    }
    return new Linear(xx, xy, yx, yy);
  }

  private Linear matrix(String name) throws NightjarException {
    boolean cd = name.equals("CD");
    double ofLongitude = cd ? unit(axes.longitude()) : 1;
    double ofLatitude = cd ? unit(axes.latitude()) : 1;
    for (int j = 3; j <= MOST_AXES; j++) {
      if (element(name, axes.longitude(), j) != 0 || element(name, axes.latitude(), j) != 0) {
        throw Cards.unsupported(
            name + axes.longitude() + "_" + j, "ties the sky to an axis other than the plane's");
      }
    }
    return new Linear(
        ofLongitude * element(name, axes.longitude(), 1),
        ofLongitude * element(name, axes.longitude(), 2),
        ofLatitude * element(name, axes.latitude(), 1),
        ofLatitude * element(name, axes.latitude(), 2));
  }

  private double element(String name, int i, int j) throws NightjarException {
    double missing = name.equals("PC") && i == j ? 1 : 0;
    return cards.number(name + i + "_" + j, missing);
  }

  private boolean any(String name) {
    for (int i = 1; i <= MOST_AXES; i++) {
      for (int j = 1; j <= MOST_AXES; j++) {
        if (cards.has(name + i + "_" + j)) {
          return true;
        }
      }
    }
    return false;
  }
}
