package org.nightjar.cosmology.power;

/**
 * The spectrum of curvature perturbations: A_s (k/k0)^(n-1) per unit of ln k.
 *
 * @param amplitude A_s, at the pivot
 * @param index n; 1 is scale-free
 * @param pivot k0, 1/Mpc
 */
public record PrimordialSpectrum(double amplitude, double index, double pivot) {
  /** The spectrum at k, 1/Mpc. */
  public double at(double k) {
    return amplitude * Math.pow(k / pivot, index - 1);
  }
}
