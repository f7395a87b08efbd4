package org.nightjar.cosmology.power;

import org.nightjar.cosmology.CosmologyParameters;

/**
 * The transfer function of Bardeen, Bond, Kaiser & Szalay 1986 (ApJ 304, 15), equation G3, for cold
 * dark matter, with the shape that Sugiyama 1995 (ApJS 100, 281), equation 3.9, gives it for
 * baryons.
 *
 * @param h Hubble's constant over 100 km/s/Mpc
 * @param shape Gamma, such as Om0 h
 */
public record BbksTransfer(double h, double shape) implements TransferFunction {
  /** With Gamma = Om h exp[-Ob (1 + sqrt(2h)/Om)]. */
  public static BbksTransfer sugiyama(double h, double om0, double ob0) {
    return new BbksTransfer(h, om0 * h * Math.exp(-ob0 * (1 + Math.sqrt(2 * h) / om0)));
  }

  /** With the shape of Sugiyama for a universe. */
  public static BbksTransfer of(CosmologyParameters parameters) {
    return sugiyama(parameters.h(), parameters.om0(), parameters.ob0());
  }

  /** The wave number over the shape, k/(h Gamma). */
  public double q(double k) {
    return k / (h * shape);
  }

  @Override
  public double at(double k) {
    double q = q(k);
    double x = 2.34 * q;
    double first = x < 1e-8 ? 1 - x / 2 : Math.log1p(x) / x;
    double cubic = 3.89 + q * (16.1 * 16.1 + q * (Math.pow(5.46, 3) + q * Math.pow(6.71, 4)));
    return first * Math.pow(1 + q * cubic, -0.25);
  }
}
