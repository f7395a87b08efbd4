package org.nightjar.sky.internal.sphere;

/** FK4: its places contain the E-terms of aberration, which no rotation takes away. */
final class Fk4Frame implements Frame {
  /** Each step gains four digits. */
  private static final int STEPS = 5;

  private final RotatedFrame withoutEterms;
  private final Eterms a;

  Fk4Frame(RotatedFrame withoutEterms, Eterms eterms) {
    this.withoutEterms = withoutEterms;
    this.a = eterms;
  }

  /** Explanatory Supplement (1992), equation 3.531-3: r1 = r - A + (r . A) r. */
  @Override
  public void toIcrs(double[] v) {
    double keep = 1 + a.dot(v);
    v[0] = keep * v[0] - a.x();
    v[1] = keep * v[1] - a.y();
    v[2] = keep * v[2] - a.z();
    normalise(v);
    withoutEterms.toIcrs(v);
  }

  /** The same solved for r by iteration: r = (r1 + A) / (1 + r . A). */
  @Override
  public void fromIcrs(double[] v) {
    withoutEterms.fromIcrs(v);
    normalise(v);
    double x = v[0];
    double y = v[1];
    double z = v[2];
    for (int step = 0; step < STEPS; step++) {
      double scale = 1 / (1 + a.dot(v));
      v[0] = (x + a.x()) * scale;
      v[1] = (y + a.y()) * scale;
      v[2] = (z + a.z()) * scale;
    }
    normalise(v);
  }

  private static void normalise(double[] v) {
    double scale = 1 / Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    v[0] *= scale;
    v[1] *= scale;
    v[2] *= scale;
  }
}
