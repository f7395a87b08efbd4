package org.nightjar.lensing;

import org.nightjar.cosmology.Cosmology;

/** A flat universe of matter and a cosmological constant, by quadrature; distances alone. */
public record FlatUniverse(double hubbleConstant, double matter) implements Cosmology {
  private static final int STEPS = 2000;

  @Override
  public double hubble(double z) {
    return hubbleConstant * Math.sqrt(matter * Math.pow(1 + z, 3) + 1 - matter);
  }

  @Override
  public double comovingDistance(double z) {
    double sum = 0;
    double step = z / STEPS;
    for (int i = 0; i <= STEPS; i++) {
      double weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight / hubble(i * step);
    }
    return 299792.458 * sum * step / 3;
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
    throw new UnsupportedOperationException("distances alone");
  }

  @Override
  public double lookbackTime(double z) {
    throw new UnsupportedOperationException("distances alone");
  }

  @Override
  public double matterDensity(double z) {
    throw new UnsupportedOperationException("distances alone");
  }

  @Override
  public double darkEnergyDensity(double z) {
    throw new UnsupportedOperationException("distances alone");
  }
}
