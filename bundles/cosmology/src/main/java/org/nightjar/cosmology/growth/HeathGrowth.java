package org.nightjar.cosmology.growth;

import org.nightjar.cosmology.FriedmannCosmology;
import org.nightjar.cosmology.internal.math.Quadrature;

/**
 * The growth integral of Heath 1977 (MNRAS 179, 351): D(z) = 5/2 Om0 E(z) times the integral from z
 * on of (1+x)/E(x)^3 dx. Exact for matter, curvature and a cosmological constant; with other dark
 * energy, or where radiation matters, use {@link ExactGrowth}. D(z) tends to 1/(1+z) at the start
 * if there is no radiation; it is not normalised to 1 today.
 */
public record HeathGrowth(FriedmannCosmology cosmology) implements Growth {
  private static final double ACCURACY = 1e-10;

  /** ln(1+z) beyond which the integral, falling as a^2.5 or faster, has nothing left. */
  private static final double FAR = 14;

  @Override
  public double factor(double z) {
    double start = Math.log1p(z);
    double integral = Quadrature.integrate(HeathGrowth.this::step, start, start + FAR, ACCURACY);
    return 2.5 * cosmology.parameters().om0() * cosmology.expansion(z) * integral;
  }

  private double step(double x) {
    double perExpansion = Math.exp(x) / cosmology.expansion(Math.expm1(x));
    return perExpansion * perExpansion / cosmology.expansion(Math.expm1(x));
  }
}
