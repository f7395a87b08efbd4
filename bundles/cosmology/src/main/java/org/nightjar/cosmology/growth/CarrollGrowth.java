package org.nightjar.cosmology.growth;

import org.nightjar.cosmology.Cosmology;

/**
 * The formula of Carroll, Press & Turner 1992 (ARA&A 30, 499), equation 29, for matter and a
 * cosmological constant: good to some percent. D(z) tends to 1/(1+z) at the start; it is not
 * normalised to 1 today.
 */
public record CarrollGrowth(Cosmology cosmology) implements Growth {
  @Override
  public double factor(double z) {
    double om = cosmology.matterDensity(z);
    double ode = cosmology.darkEnergyDensity(z);
    double slowing = Math.pow(om, 4.0 / 7) - ode + (1 + om / 2) * (1 + ode / 70);
    return 2.5 * om / slowing / (1 + z);
  }
}
