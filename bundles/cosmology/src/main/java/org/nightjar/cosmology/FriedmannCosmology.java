package org.nightjar.cosmology;

import static org.nightjar.cosmology.PhysicalConstants.GIGAYEAR;
import static org.nightjar.cosmology.PhysicalConstants.GRAVITATION_ASTRONOMICAL;
import static org.nightjar.cosmology.PhysicalConstants.PARSEC;
import static org.nightjar.cosmology.PhysicalConstants.SPEED_OF_LIGHT;

import java.util.function.DoubleUnaryOperator;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.cosmology.internal.math.IntegralTable;
import org.nightjar.cosmology.internal.math.InverseTable;
import org.nightjar.cosmology.internal.math.Quadrature;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A universe with matter, photons, massless and massive neutrinos, curvature and dark energy.
 *
 * <p>The integrals over redshift are tabulated once, to 1e-9 of their value, for redshifts up to
 * {@value #TABLE_END}; beyond it they are computed anew at each call, to 1e-10. A call within the
 * table takes some tens of nanoseconds. Redshifts below 0, down to but not including -1, are
 * computed anew, too; there the distances are negative. NaN gives NaN.
 *
 * <p>Immutable; for any number of threads. Equation numbers are Hogg's (astro-ph/9905116).
 */
@ProviderType
public final class FriedmannCosmology implements Cosmology {
  /** The largest redshift of the tables. */
  static final double TABLE_END = 10_000;

  private static final double TABLE_ACCURACY = 1e-11;
  private static final double QUADRATURE_ACCURACY = 1e-11;
  private static final double X_END = Math.log1p(TABLE_END);

  /** Below it, ln(1+z) needs more digits than 1+z has. */
  private static final double SMALL = 1e-3;

  private final CosmologyParameters parameters;
  private final Background background;
  private final double hubbleDistance;
  private final double hubbleTime;
  private final double curvatureRoot;
  private final IntegralTable distances;
  private final InverseTable redshifts;
  private final IntegralTable times;
  private final double ageAtEnd;
  private final double age0;

  private FriedmannCosmology(CosmologyParameters parameters, Background background) {
    this.parameters = parameters;
    this.background = background;
    hubbleDistance = SPEED_OF_LIGHT / parameters.h0();
    hubbleTime = PARSEC * 1e3 / parameters.h0() / GIGAYEAR;
    curvatureRoot = Math.sqrt(Math.abs(background.curvature0()));
    distances = IntegralTable.of(this::distanceStep, X_END, TABLE_ACCURACY);
    redshifts = new InverseTable(distances);
    times = IntegralTable.of(this::timeStep, X_END, TABLE_ACCURACY);
    ageAtEnd = background.begins() ? remaining(X_END) : Double.POSITIVE_INFINITY;
    age0 = times.at(X_END) + ageAtEnd;
  }

  /**
   * Tabulates the integrals of a universe; some milliseconds.
   *
   * @throws NightjarException BAD_ARGUMENT if such a universe never was as small as redshift
   *     {@value #TABLE_END} asks for (it contracted before, or dark energy outweighs all)
   */
  public static FriedmannCosmology of(CosmologyParameters parameters) throws NightjarException {
    Background background = new Background(parameters);
    for (int i = 0; i <= 1000; i++) {
      double z = Math.expm1(X_END * i / 1000);
      if (!(background.expansionSquared(z) > 0)) {
        throw NightjarException.of(
            StandardError.BAD_ARGUMENT,
            "a universe with " + parameters + " does not expand at redshift " + (float) z,
            "cosmology",
            "Lower Ode0, or raise Om0.");
      }
    }
    return new FriedmannCosmology(parameters, background);
  }

  /** What defines this universe. */
  public CosmologyParameters parameters() {
    return parameters;
  }

  private double distanceStep(double x) {
    double z = Math.expm1(x);
    return (1 + z) / Math.sqrt(background.expansionSquared(z));
  }

  private double timeStep(double x) {
    return 1 / Math.sqrt(background.expansionSquared(Math.expm1(x)));
  }

  /** The time before x = ln(1+z), in Hubble times; steps of x until they add nothing. */
  private double remaining(double x) {
    double sum = 0;
    for (double from = x; from < 700; from += 1) {
      double step = Quadrature.integrate(this::timeStep, from, from + 1, QUADRATURE_ACCURACY);
      sum += step;
      if (!(step > 1e-13 * sum)) {
        break;
      }
    }
    return sum;
  }

  private static double logarithm(double z) {
    return z < SMALL ? Math.log1p(z) : Math.log(1 + z);
  }

  private static double integral(IntegralTable table, DoubleUnaryOperator step, double z) {
    double x = logarithm(z);
    if (x >= 0 && x <= X_END) {
      return table.at(x);
    }
    double from = Math.max(0, Math.min(x, X_END));
    return table.at(from) + Quadrature.integrate(step, from, x, QUADRATURE_ACCURACY);
  }

  @Override
  public double hubble(double z) {
    return parameters.h0() * Math.sqrt(background.expansionSquared(z));
  }

  /** H(z)/H0. */
  public double expansion(double z) {
    return Math.sqrt(background.expansionSquared(z));
  }

  /** Derivative of ln H by ln(1+z). */
  public double expansionSlope(double z) {
    return background.expansionSlope(z);
  }

  @Override
  public double comovingDistance(double z) {
    return hubbleDistance * integral(distances, this::distanceStep, z);
  }

  /**
   * The redshift of a comoving distance along the line of sight: the inverse of {@link
   * #comovingDistance}, to 1e-9 of 1+z.
   *
   * @param distance Mpc, from 0 on
   * @return NaN beyond the table, that is beyond redshift {@value #TABLE_END}
   */
  public double redshiftOfComovingDistance(double distance) {
    double value = distance / hubbleDistance;
    return value >= 0 && value <= redshifts.end() ? Math.expm1(redshifts.at(value)) : Double.NaN;
  }

  /** H0/H(z): within the table from the polynomials, whose slope it is; several times faster. */
  private double perExpansion(double z) {
    double x = logarithm(z);
    return x >= 0 && x <= X_END ? distances.derivative(x) / (1 + z) : 1 / expansion(z);
  }

  /** Equation 16. */
  @Override
  public double transverseComovingDistance(double z) {
    return transverse(comovingDistance(z));
  }

  private double transverse(double distance) {
    if (curvatureRoot == 0) {
      return distance;
    }
    double angle = curvatureRoot * distance / hubbleDistance;
    double bent = background.curvature0() > 0 ? Math.sinh(angle) : Math.sin(angle);
    return hubbleDistance / curvatureRoot * bent;
  }

  /** Equation 18. */
  @Override
  public double angularDiameterDistance(double z) {
    return transverseComovingDistance(z) / (1 + z);
  }

  /**
   * Equation 19, written with the difference of the distances along the line of sight, so that it
   * holds for closed universes, too, and loses no digits where the redshifts are near each other.
   */
  @Override
  public double angularDiameterDistance(double z1, double z2) {
    return transverse(comovingDistance(z2) - comovingDistance(z1)) / (1 + z2);
  }

  /** Equation 21. */
  @Override
  public double luminosityDistance(double z) {
    return transverseComovingDistance(z) * (1 + z);
  }

  /** Equation 25. */
  @Override
  public double distanceModulus(double z) {
    return 5 * Math.log10(Math.abs(luminosityDistance(z))) + 25;
  }

  /** Equation 28. */
  @Override
  public double differentialComovingVolume(double z) {
    double distance = transverseComovingDistance(z);
    return hubbleDistance * distance * distance * perExpansion(z);
  }

  /**
   * Comoving volume of the whole sky out to z, Mpc^3; equation 29, but counted on beyond the
   * antipode of a closed universe as the integral of {@link #differentialComovingVolume}.
   */
  public double comovingVolume(double z) {
    double distance = comovingDistance(z);
    double angle = curvatureRoot * distance / hubbleDistance;
    if (angle < 0.05) {
      return 4 * Math.PI * flatVolume(distance, background.curvature0());
    }
    double radius = hubbleDistance / curvatureRoot;
    double bent =
        background.curvature0() > 0
            ? Math.sinh(2 * angle) / 4 - angle / 2
            : angle / 2 - Math.sin(2 * angle) / 4;
    return 4 * Math.PI * radius * radius * radius * bent;
  }

  /** The closed form loses its digits where space is nearly flat; this is its series. */
  private double flatVolume(double distance, double curvature) {
    double u = curvature * distance * distance / (hubbleDistance * hubbleDistance);
    double series = 1 + u * (1.0 / 5 + u * (2.0 / 105 + u * (1.0 / 945 + u * 2.0 / 51975)));
    return distance * distance * distance / 3 * series;
  }

  /** Equation 30. */
  @Override
  public double lookbackTime(double z) {
    return hubbleTime * integral(times, this::timeStep, z);
  }

  /**
   * Time since the beginning at z, Gyr; infinite if there was none (a cosmological constant only).
   */
  public double age(double z) {
    double x = logarithm(z);
    if (x > X_END && background.begins()) {
      return hubbleTime * remaining(x);
    }
    return hubbleTime * (age0 - integral(times, this::timeStep, z));
  }

  @Override
  public double matterDensity(double z) {
    return background.matter(z) / background.expansionSquared(z);
  }

  @Override
  public double darkEnergyDensity(double z) {
    return background.darkEnergy(z) / background.expansionSquared(z);
  }

  /** Photons over the critical density at z. */
  public double photonDensity(double z) {
    return background.photons(z) / background.expansionSquared(z);
  }

  /** Neutrinos, massless and massive, over the critical density at z. */
  public double neutrinoDensity(double z) {
    return background.neutrinos(z) / background.expansionSquared(z);
  }

  /** Whether a species of neutrinos has mass. */
  public boolean hasMassiveNeutrinos() {
    return background.massiveNeutrinos();
  }

  /** Curvature over the critical density at z; above 0 if space is open. */
  public double curvatureDensity(double z) {
    return background.curvature0() * (1 + z) * (1 + z) / background.expansionSquared(z);
  }

  /** Pressure of dark energy over its density at z. */
  public double darkEnergyState(double z) {
    return background.darkEnergyState(z);
  }

  /** Critical density at z, solar masses per cubic (proper) Mpc. */
  public double criticalDensity(double z) {
    double h = hubble(z);
    return 3 * h * h / (8 * Math.PI * GRAVITATION_ASTRONOMICAL);
  }

  /** Density of matter (without neutrinos), solar masses per cubic comoving Mpc. */
  public double comovingMatterDensity() {
    return parameters.om0() * criticalDensity(0);
  }

  /** c/H0, Mpc. */
  public double hubbleDistance() {
    return hubbleDistance;
  }

  /** 1/H0, Gyr. */
  public double hubbleTime() {
    return hubbleTime;
  }
}
