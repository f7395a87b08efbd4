package org.nightjar.mmwave;

import org.nightjar.cosmology.Cosmology;
import org.nightjar.mmwave.internal.numeric.GaussLegendre;

/** Matter and a cosmological constant in flat space: as much of a universe as tests need. */
public record FlatUniverse(double h0, double matter) implements Cosmology {
  private static final double LIGHT = 299792.458;

  @Override
  public double hubble(double z) {
    return h0 * Math.sqrt(matter * Math.pow(1 + z, 3) + 1 - matter);
  }

  @Override
  public double comovingDistance(double z) {
    return LIGHT * GaussLegendre.integral(x -> 1 / hubble(x), 0, z, 8);
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
    return 977.8 * GaussLegendre.integral(x -> 1 / ((1 + x) * hubble(x)), 0, z, 8);
  }

  @Override
  public double matterDensity(double z) {
    return matter * Math.pow(1 + z, 3) * Math.pow(h0 / hubble(z), 2);
  }

  @Override
  public double darkEnergyDensity(double z) {
    return 1 - matterDensity(z);
  }
}
