package org.nightjar.cosmology;

/**
 * Constants of physics and astronomy: CODATA 2018 (Tiesinga et al. 2021, Rev. Mod. Phys. 93,
 * 025010) and the nominal values of IAU resolutions 2012 B2 and 2015 B2, B3.
 */
public final class PhysicalConstants {
  /** Speed of light, km/s. */
  public static final double SPEED_OF_LIGHT = 299792.458;

  /** Newton's constant, m^3 / (kg s^2). */
  public static final double GRAVITATION = 6.67430e-11;

  /** Stefan and Boltzmann's constant, W / (m^2 K^4). */
  public static final double STEFAN_BOLTZMANN = 5.670374419e-8;

  /** Boltzmann's constant, eV/K. */
  public static final double BOLTZMANN_EV = 8.617333262145179e-5;

  /** A parsec, m. */
  public static final double PARSEC = 3.0856775814913673e16;

  /** The Sun's mass, kg: its nominal GM over Newton's constant. */
  public static final double SOLAR_MASS = 1.3271244e20 / GRAVITATION;

  /** A thousand million Julian years, s. */
  public static final double GIGAYEAR = 365.25e9 * 86400;

  /** Newton's constant, Mpc (km/s)^2 / solar mass. */
  public static final double GRAVITATION_ASTRONOMICAL =
      GRAVITATION * SOLAR_MASS / (PARSEC * 1e6) * 1e-6;

  private PhysicalConstants() {}
}
