package org.nightjar.cosmology.growth;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.nightjar.cosmology.FriedmannCosmology;

/**
 * Growth from the differential equation of the density contrast of matter, D'' + (2 + H'/H) D' =
 * 3/2 Om(a) D with primes for d/d ln a (Peebles 1980, The large-scale structure of the universe,
 * equation 10.2), in the whole background: radiation, neutrinos, curvature, any dark energy.
 * Radiation, neutrinos and dark energy themselves stay smooth; so it is exact well inside the
 * horizon and above the scales where massive neutrinos cluster.
 *
 * <p>D(z) tends to a + 2/3 a_eq at the start (Meszaros 1974, A&A 37, 225), that is to 1/(1+z) while
 * matter rules. Tabulated once, to 1e-8, for redshifts from 0 to 1e6. Immutable.
 */
public final class ExactGrowth implements Growth {
  private static final double START = Math.log(1e-6);
  private static final int STEPS = 700;
  private static final double STEP = -START / STEPS;

  private final double[] factors = new double[STEPS + 1];
  private final double[] slopes = new double[STEPS + 1];
  private final double[] bends = new double[STEPS + 1];

  /** Integrates the equation; some milliseconds. A universe without matter has no growth: NaN. */
  public ExactGrowth(FriedmannCosmology cosmology) {
    double a = Math.exp(START);
    double z = 1 / a - 1;
    double radiation = cosmology.photonDensity(z) + cosmology.neutrinoDensity(z);
    double equality = a * radiation / cosmology.matterDensity(z);
    // Curvature's first trace: the equation to first order in its share of what there is.
    double bent = 4.0 / 7 * cosmology.curvatureDensity(z) / cosmology.matterDensity(z) * a;
    double[] state = {a + 2 * equality / 3 - bent, a - 2 * bent};
    Equation equation = new Equation(cosmology);
    DormandPrince853Integrator integrator =
        new DormandPrince853Integrator(1e-12, STEP, 1e-18, 1e-11);
    double[] derivative = new double[2];
    for (int i = 0; i <= STEPS; i++) {
      if (i > 0) {
        integrator.integrate(equation, START + (i - 1) * STEP, state, START + i * STEP, state);
      }
      equation.computeDerivatives(START + i * STEP, state, derivative);
      factors[i] = state[0];
      slopes[i] = state[1];
      bends[i] = derivative[1];
    }
  }

  /** D(z); NaN outside redshifts 0 to 1e6. */
  @Override
  public double factor(double z) {
    return interpolate(z)[0];
  }

  /** The growth rate f(z) = d ln D / d ln a. */
  public double rate(double z) {
    double[] both = interpolate(z);
    return both[1] / both[0];
  }

  /**
   * Value and slope of the polynomial of degree 5 through values, slopes and bends at both ends.
   */
  private double[] interpolate(double z) {
    double place = (-Math.log1p(z) - START) / STEP;
    if (!(place >= 0 && z >= 0)) {
      return new double[] {Double.NaN, Double.NaN};
    }
    int i = Math.min((int) place, STEPS - 1);
    double t = place - i;
    double s0 = slopes[i] * STEP;
    double b0 = bends[i] * STEP * STEP;
    double rise = factors[i + 1] - factors[i] - s0 - b0 / 2;
    double turn = slopes[i + 1] * STEP - s0 - b0;
    double bend = bends[i + 1] * STEP * STEP - b0;
    double c3 = 10 * rise - 4 * turn + bend / 2;
    double c4 = -15 * rise + 7 * turn - bend;
    double c5 = 6 * rise - 3 * turn + bend / 2;
    double value = factors[i] + t * (s0 + t * (b0 / 2 + t * (c3 + t * (c4 + t * c5))));
    double slope = s0 + t * (b0 + t * (3 * c3 + t * (4 * c4 + t * 5 * c5)));
    return new double[] {value, slope / STEP};
  }

  private record Equation(FriedmannCosmology cosmology) implements FirstOrderDifferentialEquations {
    @Override
    public int getDimension() {
      return 2;
    }

    @Override
    public void computeDerivatives(double x, double[] state, double[] derivative) {
      double z = Math.expm1(-x);
      derivative[0] = state[1];
      derivative[1] =
          1.5 * cosmology.matterDensity(z) * state[0]
              - (2 - cosmology.expansionSlope(z)) * state[1];
    }
  }
}
