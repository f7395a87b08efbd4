package org.nightjar.rendering.psf;

import org.nightjar.rendering.internal.numeric.GaussLegendre;

/** What point spread functions without a closed form over pixels share. */
final class Widths {
  private static final GaussLegendre RULE = new GaussLegendre(5);

  private Widths() {}

  static void check(double fwhm) {
    if (!(fwhm > 0) || Double.isInfinite(fwhm)) {
      throw new IllegalArgumentException("a width of " + fwhm + " arcsec: it is above 0");
    }
  }

  /** Quadrature over a pixel, in pieces of at most half the width. */
  static double inPixel(Psf psf, double dx, double dy, double side) {
    int pieces = (int) Math.max(1, Math.ceil(2 * side / psf.fwhm()));
    double piece = side / pieces;
    double sum = 0;
    for (int j = 0; j < pieces; j++) {
      double y = dy + (j - 0.5 * (pieces - 1)) * piece;
      for (int i = 0; i < pieces; i++) {
        double x = dx + (i - 0.5 * (pieces - 1)) * piece;
        sum += square(psf, x, y, piece);
      }
    }
    return sum;
  }

  private static double square(Psf psf, double x, double y, double side) {
    double half = 0.5 * side;
    double sum = 0;
    for (int j = 0; j < RULE.size(); j++) {
      for (int i = 0; i < RULE.size(); i++) {
        sum +=
            RULE.weight(i)
                * RULE.weight(j)
                * psf.density(x + half * RULE.point(i), y + half * RULE.point(j));
      }
    }
    return sum * half * half;
  }
}
