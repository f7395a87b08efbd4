package org.nightjar.simulation.internal.validate.galaxies;

import org.nightjar.cosmology.Cosmology;

/** A flat universe of matter and a cosmological constant, for tests. */
record FlatUniverse(double h0, double matter) implements Cosmology {
  private static final double LIGHT = 299792.458;
  private static final int STEPS = 64;

  /** Of H0 = 70 km/s/Mpc and 30 % matter. */
  static FlatUniverse standard() {
    return new FlatUniverse(70, 0.3);
  }

  @Override
  public double hubble(double z) {
    return h0 * Math.sqrt(matter * Math.pow(1 + z, 3) + 1 - matter);
  }

  @Override
  public double comovingDistance(double z) {
    // Boole's rule.
    double h = z / (4 * STEPS);
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      double a = 4 * i * h;
      sum +=
          7 * inverse(a)
              + 32 * inverse(a + h)
              + 12 * inverse(a + 2 * h)
              + 32 * inverse(a + 3 * h)
              + 7 * inverse(a + 4 * h);
    }
    return LIGHT * sum * 2 * h / 45;
  }

  private double inverse(double z) {
    return 1 / hubble(z);
  }

  @Override
  public double transverseComovingDistance(double z) {
    return comovingDistance(z);
  }

  @Override
  public double angularDiameterDistance(double z) {
    return comovingDistance(z) / (1 + z);
  }

  @Override
  public double angularDiameterDistance(double z1, double z2) {
    return (comovingDistance(z2) - comovingDistance(z1)) / (1 + z2);
  }

  @Override
  public double luminosityDistance(double z) {
    return comovingDistance(z) * (1 + z);
  }

  @Override
  public double distanceModulus(double z) {
    return 5 * Math.log10(luminosityDistance(z)) + 25;
  }

  @Override
  public double differentialComovingVolume(double z) {
    double distance = comovingDistance(z);
    return LIGHT / hubble(z) * distance * distance;
  }

  @Override
  public double lookbackTime(double z) {
    throw new UnsupportedOperationException();
  }

  @Override
  public double matterDensity(double z) {
    throw new UnsupportedOperationException();
  }

  @Override
  public double darkEnergyDensity(double z) {
    throw new UnsupportedOperationException();
  }
}
