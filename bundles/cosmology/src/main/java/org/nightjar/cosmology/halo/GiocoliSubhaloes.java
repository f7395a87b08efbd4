package org.nightjar.cosmology.halo;

import org.nightjar.cosmology.internal.math.Quadrature;

/**
 * Subhaloes by their mass when they were accreted: N0 x^-0.8 exp(-6.283 x^3) per ln(m), x = m/(0.8
 * M). Giocoli, Tormen & van den Bosch 2008 (MNRAS 386, 2135), equation 5, the same for all parents
 * and redshifts.
 *
 * @param amplitude N0; 0.21 in the paper
 */
public record GiocoliSubhaloes(double amplitude) implements SubhaloFunction {
  private static final double ALPHA = 0.8;

  /** With the paper's amplitude. */
  public static GiocoliSubhaloes published() {
    return new GiocoliSubhaloes(0.21);
  }

  @Override
  public double perLogarithm(double fraction) {
    double x = fraction / ALPHA;
    return amplitude * Math.pow(x, -ALPHA) * Math.exp(-6.283 * x * x * x);
  }

  /** Up to the parent's mass. */
  @Override
  public double above(double fraction) {
    return fraction >= 1
        ? 0
        : Quadrature.integrate(x -> perLogarithm(Math.exp(x)), Math.log(fraction), 0, 1e-10);
  }
}
