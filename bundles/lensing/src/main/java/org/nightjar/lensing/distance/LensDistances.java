package org.nightjar.lensing.distance;

import org.nightjar.cosmology.Cosmology;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Distances between observer, lens and source, and what follows from them. Constants are CODATA
 * 2018 and IAU 2015.
 *
 * <p>Sources: R. Narayan and M. Bartelmann, astro-ph/9606001, equations 17, 20, 36 and 62; S.
 * Refsdal, MNRAS 128 (1964), 307, for the distance that delays measure.
 */
@ProviderType
public final class LensDistances {
  /** Radians in an arcsecond. */
  public static final double ARCSECOND = Math.PI / (180 * 3600);

  private static final double LIGHT = 299792.458;

  /** Kilometres in a megaparsec. */
  private static final double MPC = 3.085677581491367e19;

  private static final double DAY = 86400;

  private final Cosmology cosmology;
  private final double gravity;
  private final double lensRedshift;
  private final double lens;
  private final double source;
  private final double between;

  /**
   * Distances, with masses in the Sun's mass of the IAU.
   *
   * @param lensRedshift above 0
   * @param sourceRedshift above that of the lens
   * @throws IllegalArgumentException if they are out of order
   */
  public LensDistances(Cosmology cosmology, double lensRedshift, double sourceRedshift) {
    this(cosmology, lensRedshift, sourceRedshift, SolarMass.IAU_2015);
  }

  /**
   * Distances, with masses in a unit of choice.
   *
   * @param unit of all masses
   */
  public LensDistances(
      Cosmology cosmology, double lensRedshift, double sourceRedshift, SolarMass unit) {
    if (!(lensRedshift > 0 && sourceRedshift > lensRedshift)) {
      throw new IllegalArgumentException(
          "a lens at redshift "
              + lensRedshift
              + " and a source at "
              + sourceRedshift
              + ": the source is behind the lens, which is above 0");
    }
    this.cosmology = cosmology;
    this.gravity = unit.parameter() / MPC;
    this.lensRedshift = lensRedshift;
    this.lens = cosmology.angularDiameterDistance(lensRedshift);
    this.source = cosmology.angularDiameterDistance(sourceRedshift);
    this.between = cosmology.angularDiameterDistance(lensRedshift, sourceRedshift);
  }

  /** Angular diameter distance to the lens, Mpc. */
  public double toLens() {
    return lens;
  }

  /** Angular diameter distance to the source, Mpc. */
  public double toSource() {
    return source;
  }

  /** Angular diameter distance of the source from the lens, Mpc. */
  public double between() {
    return between;
  }

  /** (1 + z_l) D_l D_s/D_ls, Mpc. */
  public double timeDelayDistance() {
    return (1 + lensRedshift) * lens * source / between;
  }

  /** Days that a difference of one square arcsecond in (theta-beta)^2/2 - psi takes light. */
  public double daysPerSquareArcsecond() {
    return days((1 + lensRedshift) * lens * source / between);
  }

  /** Days for a distance that multiplies square arcseconds, Mpc. */
  public static double days(double distance) {
    return distance * MPC / LIGHT / DAY * ARCSECOND * ARCSECOND;
  }

  /**
   * theta_E of an isothermal sphere: 4 pi (sigma/c)^2 D_ls/D_s, arcsec.
   *
   * @param dispersion of velocities along the line of sight, km/s
   */
  public double einsteinRadius(double dispersion) {
    double share = dispersion / LIGHT;
    return 4 * Math.PI * share * share * between / source / ARCSECOND;
  }

  /** c^2 D_s/(4 pi G D_l D_ls), solar masses per Mpc^2. */
  public double criticalDensity() {
    return LIGHT * LIGHT * source / (4 * Math.PI * gravity * lens * between);
  }

  /** The same on the sky, solar masses per square arcsecond. */
  public double criticalDensityPerSquareArcsecond() {
    double side = lens * ARCSECOND;
    return criticalDensity() * side * side;
  }

  /**
   * An NFW halo of a mass within the radius where the mean density is 200 times the critical one at
   * the lens.
   *
   * @param mass M_200c, solar masses, above 0
   * @param concentration c, above 0
   */
  public NfwAngles nfw(double mass, double concentration) {
    if (!(mass > 0 && concentration > 0)) {
      throw new IllegalArgumentException(
          "a halo of "
              + mass
              + " solar masses and concentration "
              + concentration
              + ": both are above 0");
    }
    double hubble = cosmology.hubble(lensRedshift);
    double critical = 3 * hubble * hubble / (8 * Math.PI * gravity);
    double radius = Math.cbrt(3 * mass / (4 * Math.PI * 200 * critical));
    double c = concentration;
    double density = 200.0 / 3 * critical * c * c * c / (Math.log1p(c) - c / (1 + c));
    double scale = radius / c;
    double angle = scale / lens / ARCSECOND;
    double strength = density * scale / criticalDensity();
    return new NfwAngles(angle, 4 * strength * angle * (1 + Math.log(0.5)));
  }
}
