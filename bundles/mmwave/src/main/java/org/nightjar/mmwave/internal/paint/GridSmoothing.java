package org.nightjar.mmwave.internal.paint;

import org.nightjar.mmwave.internal.numeric.GaussLegendre;
import org.nightjar.mmwave.sz.RadialProfile;

/**
 * A round profile smoothed by the Gaussian of {@link PointGrid}, one pixel wide: then it may be
 * sampled at the centres of pixels, and the Gaussian is divided out in Fourier space. Without it,
 * the cusp of a compact cluster would fold back from beyond the grid's finest waves: even means
 * over pixels leave up to a percent of its height.
 */
public final class GridSmoothing {
  /** Standard deviations that the Gaussian reaches. */
  private static final double REACH = 5;

  private static final int NODES = 96;
  private static final int PANELS = 3;

  private GridSmoothing() {}

  /**
   * Smooths.
   *
   * @param profile radius in pixels
   * @return radius in pixels, cut five pixels further out
   */
  public static RadialProfile of(RadialProfile profile) {
    double cut = profile.cut() + REACH;
    float[] values = new float[NODES + 1];
    for (int i = 0; i < NODES; i++) {
      double s = (double) i / NODES;
      values[i] = (float) at(profile, cut * s * s * s);
    }
    return new RadialProfile(values, cut);
  }

  /** The integral of r' y(r') exp(-(r^2 + r'^2)/2) I0(r r') over r'. */
  private static double at(RadialProfile profile, double r) {
    double low = Math.max(0, r - REACH);
    double high = Math.min(profile.cut(), r + REACH);
    if (low >= high) {
      return 0;
    }
    // The cusp is at zero: closer points there.
    double scale = high - low;
    return GaussLegendre.integral(
        q -> {
          double away = low > 0 ? q : q * q;
          double other = low + scale * away;
          double step = low > 0 ? scale : 2 * scale * q;
          double gap = r - other;
          return step
              * other
              * profile.at(other)
              * Math.exp(-0.5 * gap * gap)
              * scaledBessel(r * other);
        },
        0,
        1,
        PANELS);
  }

  /**
   * exp(-x) I0(x), to 2e-7: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions,
   * 9.8.1 and 9.8.2.
   */
  static double scaledBessel(double x) {
    if (x < 3.75) {
      double t = x / 3.75 * (x / 3.75);
      return Math.exp(-x)
          * (1
              + t
                  * (3.5156229
                      + t
                          * (3.0899424
                              + t
                                  * (1.2067492
                                      + t * (0.2659732 + t * (0.0360768 + t * 0.0045813))))));
    }
    double t = 3.75 / x;
    double high = 0.02635537 + t * (-0.01647633 + t * 0.00392377);
    double middle = -0.00157565 + t * (0.00916281 + t * (-0.02057706 + t * high));
    return (0.39894228 + t * (0.01328592 + t * (0.00225319 + t * middle))) / Math.sqrt(x);
  }
}
