package org.nightjar.statistics.distribution;

import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A distribution of any density on an interval, drawn by the inverse of its cumulative
 * distribution. The caller says how good the inverse has to be, the table chooses its own grid and
 * says what it reached.
 */
@ProviderType
public final class QuantileTable implements Distribution {
  /** Nobody can see this in fewer than 1e13 draws. */
  public static final double DEFAULT_TOLERANCE = 1e-7;

  private final CumulativeIntegral integral;
  private final InverseTable inverse;

  private QuantileTable(CumulativeIntegral integral, InverseTable inverse) {
    this.integral = integral;
    this.inverse = inverse;
  }

  /**
   * Tabulates.
   *
   * @param density at least 0 and finite on the interval, not 0 everywhere, and without peaks much
   *     narrower than a 32nd of it; need not be normalised
   * @param min where the interval begins
   * @param max where it ends
   * @param tolerance of cumulative probabilities, above 0
   */
  public static QuantileTable of(
      DoubleUnaryOperator density, double min, double max, double tolerance) {
    CumulativeIntegral integral =
        new CumulativeIntegral(
            density, min, max, Math.min(1e-3, Require.positive("tolerance", tolerance)) / 100);
    double total = integral.total();
    InverseTable inverse =
        InverseTable.of(
            x -> integral.at(x) / total, x -> integral.density(x) / total, min, max, tolerance);
    return new QuantileTable(integral, inverse);
  }

  @Override
  public double draw(RandomGenerator random) {
    return inverse.inverse(random.nextDouble());
  }

  /** The place of a cumulative probability, from 0 to 1. */
  public double quantile(double probability) {
    return inverse.inverse(probability);
  }

  /** Probability of at most x, by quadrature. */
  public double cumulative(double x) {
    return Math.max(0, Math.min(1, integral.at(x) / integral.total()));
  }

  /** The integral of the density as it was given. */
  public double integral() {
    return integral.total();
  }

  /**
   * The largest difference of cumulative(quantile(p)) and p at the probabilities looked at, five
   * within each piece of the table.
   */
  public double error() {
    return inverse.error();
  }

  /** Of how many pieces the table is. */
  public int pieces() {
    return inverse.size();
  }
}
