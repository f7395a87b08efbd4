package org.nightjar.lensing.distance;

/** What a solar mass is, times the constant of gravity. */
public enum SolarMass {
  /** G M_sun = 1.3271244e11 km^3/s^2: IAU 2015 resolution B3, good to 1e-8. The default. */
  IAU_2015(1.3271244e11),
  /**
   * What lenstronomy 1.14 takes, G = 6.67384e-11 (CODATA 2010) and M_sun = 1.9891e30 kg: 2.8e-4
   * more. For comparison with it.
   */
  LENSTRONOMY(6.67384e-11 * 1.9891e30 * 1e-9);

  private final double parameter;

  SolarMass(double parameter) {
    this.parameter = parameter;
  }

  /** G M_sun, km^3/s^2. */
  double parameter() {
    return parameter;
  }
}
