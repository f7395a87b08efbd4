package org.nightjar.mmwave.band;

/**
 * Noise of a map: N_ell = depth^2 [1 + (knee/ell)^slope], white and atmospheric. It is not smoothed
 * by the beam. Equal over the map.
 *
 * @param depth white level, uK_CMB-arcmin
 * @param knee multipole where both parts are equal; 0 for white noise alone
 * @param slope how steeply the atmosphere falls, such as 3.5
 */
public record Noise(double depth, double knee, double slope) {
  /** Lowest multipole at which the atmosphere still grows: maps are filtered below. */
  private static final double FLOOR = 30;

  /** Checks the numbers. */
  public Noise {
    if (!(depth >= 0 && knee >= 0 && slope >= 0)) {
      throw new IllegalArgumentException("noise of " + depth + ", " + knee + ", " + slope);
    }
  }

  /** White noise. */
  public static Noise white(double depth) {
    return new Noise(depth, 0, 0);
  }

  /** N_ell, uK^2 sr; below ell = 30 as at 30. */
  public double at(double ell) {
    double amplitude = depth * Math.PI / 180 / 60;
    double red = knee > 0 ? Math.pow(knee / Math.max(FLOOR, ell), slope) : 0;
    return amplitude * amplitude * (1 + red);
  }

  /** Standard deviation of the white part in a pixel of this side, uK. */
  public double perPixel(double pixelArcmin) {
    return depth / pixelArcmin;
  }
}
