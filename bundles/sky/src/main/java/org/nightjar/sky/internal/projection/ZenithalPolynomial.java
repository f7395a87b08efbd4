package org.nightjar.sky.internal.projection;

/**
 * ZPN, Paper II, section 5.1.7: R is a polynomial in the zenith distance. It is used as far as R
 * grows with the zenith distance; beyond lies nothing.
 */
final class ZenithalPolynomial implements Projection {
  private static final int SCAN_STEPS = 1 << 12;
  private static final int MOST_STEPS = 100;

  private final double[] p;
  private final double farthest;
  private final double least;
  private final double most;

  /** From PV2_0, PV2_1, ... as in the header. */
  ZenithalPolynomial(double[] coefficients) {
    this.p = coefficients.clone();
    this.farthest = turningPoint();
    this.least = radius(0);
    this.most = radius(farthest);
  }

  /** Whether R grows at all from the centre outwards. */
  boolean usable() {
    return most > least;
  }

  @Override
  public double theta0() {
    return Native.HALF_PI;
  }

  @Override
  public void toSphere(double[] plane, double[] vector) {
    double r = Math.sqrt(plane[0] * plane[0] + plane[1] * plane[1]);
    if (!(r >= least - Native.EDGE && r <= most + Native.EDGE)) {
      Native.nowhere(vector);
      return;
    }
    double zenith = zenithDistance(Math.max(least, Math.min(most, r)));
    // Where R has no constant term, sin(z) / R is finite at the centre.
    double s = r == 0 ? (p.length > 1 && p[1] != 0 ? 1 / p[1] : 0) : Math.sin(zenith) / r;
    Native.set(vector, -plane[1] * s, plane[0] * s, Math.cos(zenith));
  }

  @Override
  public void toPlane(double[] vector, double[] plane) {
    double sine = Native.cosTheta(vector);
    double zenith = Math.atan2(sine, vector[2]);
    if (!(zenith <= farthest + Native.EDGE)) {
      Native.nowhere(plane);
    } else if (sine == 0) {
      Native.set(plane, 0, -radius(zenith));
    } else {
      double s = radius(zenith) / sine;
      Native.set(plane, vector[1] * s, -vector[0] * s);
    }
  }

  private double radius(double z) {
    double sum = 0;
    for (int m = p.length - 1; m >= 0; m--) {
      sum = sum * z + p[m];
    }
    return sum;
  }

  private double slope(double z) {
    double sum = 0;
    for (int m = p.length - 1; m >= 1; m--) {
      sum = sum * z + m * p[m];
    }
    return sum;
  }

  /** Newton's method, kept within a bracket that halves where it would leave. */
  private double zenithDistance(double r) {
    double low = 0;
    double high = farthest;
    double z = most == least ? 0 : farthest * (r - least) / (most - least);
    for (int step = 0; step < MOST_STEPS; step++) {
      double error = radius(z) - r;
      if (error == 0) {
        return z;
      }
      if (error > 0) {
        high = z;
      } else {
        low = z;
      }
      double next = z - error / slope(z);
      if (!(next > low && next < high)) {
        next = (low + high) / 2;
      }
      if (Math.abs(next - z) <= 1e-16 * (1 + z)) {
        return next;
      }
      z = next;
    }
    return z;
  }

  /** The least zenith distance at which R stops growing; pi if there is none. */
  private double turningPoint() {
    double before = 0;
    for (int i = 1; i <= SCAN_STEPS; i++) {
      double z = Math.PI * i / SCAN_STEPS;
      if (slope(z) <= 0) {
        return bisect(before, z);
      }
      before = z;
    }
    return Math.PI;
  }

  private double bisect(double growing, double falling) {
    double low = growing;
    double high = falling;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      if (slope(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
