package org.nightjar.lensing.mass;

import org.nightjar.rendering.light.Ellipse;
import org.nightjar.rendering.numeric.Cubic;
import org.nightjar.rendering.numeric.PowerTable;

/**
 * Deflection of a lens whose deflection is a power of the radius times a function of the angle:
 * that function from a table. The angle is t = |Y|/(|X|+|Y|) in the frame of the axes, where one
 * quarter tells all: 64 cubics, error some 1e-9 of the deflection (1e-7 for axis ratios below 0.3).
 */
final class AngularTable implements RayDeflector {
  private static final int INTERVALS = 64;
  private static final double LEAST = 1e-30;

  /** Deflection in the frame of the axes. */
  interface Quarter {
    void deflection(double x, double y, double[] out);
  }

  private final Ellipse ellipse;
  private final boolean scaled;
  private final PowerTable power;
  private final double[] cubics = new double[8 * (INTERVALS + 1)];

  /**
   * A table.
   *
   * @param exponent power of the radius
   */
  AngularTable(Ellipse ellipse, double exponent, Quarter quarter) {
    this.ellipse = ellipse;
    this.scaled = exponent != 0;
    this.power = new PowerTable(0.5 * exponent);
    double[] alpha = new double[2];
    double[] along = new double[Cubic.POINTS];
    double[] across = new double[Cubic.POINTS];
    for (int i = 0; i < INTERVALS; i++) {
      for (int j = 0; j < Cubic.POINTS; j++) {
        double t = (i + Cubic.point(j)) / INTERVALS;
        double r = Math.sqrt((1 - t) * (1 - t) + t * t);
        quarter.deflection((1 - t) / r, t / r, alpha);
        along[j] = alpha[0];
        across[j] = alpha[1];
      }
      Cubic.through(along, cubics, 8 * i);
      Cubic.through(across, cubics, 8 * i + Cubic.POINTS);
    }
    // t = 1 begins an interval of its own, which is the end of the one before.
    cubics[8 * INTERVALS] = sum(8 * (INTERVALS - 1));
    cubics[8 * INTERVALS + 4] = sum(8 * (INTERVALS - 1) + 4);
  }

  @Override
  public void subtract(
      double[] px, double[] py, int count, double factor, double[] outX, double[] outY) {
    double cos = ellipse.cos();
    double sin = ellipse.sin();
    double x0 = ellipse.x();
    double y0 = ellipse.y();
    for (int i = 0; i < count; i++) {
      double dx = px[i] - x0;
      double dy = py[i] - y0;
      double x = cos * dx + sin * dy;
      double y = cos * dy - sin * dx;
      double absY = Math.abs(y);
      double at = INTERVALS * absY / (Math.abs(x) + absY + LEAST);
      int interval = (int) at;
      double t = at - interval;
      int c = interval << 3;
      double along = cubics[c] + t * (cubics[c + 1] + t * (cubics[c + 2] + t * cubics[c + 3]));
      double across = cubics[c + 4] + t * (cubics[c + 5] + t * (cubics[c + 6] + t * cubics[c + 7]));
      double size = scaled ? factor * power.of(x * x + y * y + LEAST) : factor;
      along = Math.copySign(along, x) * size;
      across = Math.copySign(across, y) * size;
      outX[i] -= cos * along - sin * across;
      outY[i] -= sin * along + cos * across;
    }
  }

  private double sum(int from) {
    return cubics[from] + cubics[from + 1] + cubics[from + 2] + cubics[from + 3];
  }
}
