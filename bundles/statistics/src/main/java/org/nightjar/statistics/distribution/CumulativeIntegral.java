package org.nightjar.statistics.distribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The integral of a density from a place on, by Gauss-Kronrod quadrature over pieces that are
 * halved until each is known well enough.
 *
 * <p>Source of the nodes: R. Piessens et al., QUADPACK (1983), QK15.
 */
final class CumulativeIntegral {
  private static final double[] NODES = {
    0.9914553711208126,
    0.9491079123427585,
    0.8648644233597691,
    0.7415311855993945,
    0.5860872354676911,
    0.4058451513773972,
    0.20778495500789848,
    0.0
  };

  private static final double[] KRONROD = {
    0.022935322010529224,
    0.06309209262997856,
    0.10479001032225019,
    0.14065325971552592,
    0.1690047266392679,
    0.19035057806478542,
    0.20443294007529889,
    0.20948214108472782
  };

  private static final double[] GAUSS = {
    0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694
  };

  private static final int FIRST_PIECES = 32;
  private static final int DEEPEST = 48;
  private static final int MOST_PIECES = 1 << 16;

  private final DoubleUnaryOperator density;
  private final double[] starts;
  private final double[] sums;
  private final double max;

  /**
   * Integrates.
   *
   * @param density at least 0 and finite; without peaks narrower than a 32nd of the interval
   * @param error of the whole, relative
   */
  CumulativeIntegral(DoubleUnaryOperator density, double min, double max, double error) {
    Require.finite("min", min);
    Require.finite("max", max);
    Require.interval(min, max);
    this.density = density;
    this.max = max;
    double rough = 0;
    for (int i = 0; i < FIRST_PIECES; i++) {
      rough += piece(edge(min, max, i), edge(min, max, i + 1))[0];
    }
    if (!(rough > 0) || rough == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "the integral of the density from " + min + " to " + max + " is " + rough);
    }
    List<double[]> pieces = new ArrayList<>();
    for (int i = 0; i < FIRST_PIECES; i++) {
      split(edge(min, max, i), edge(min, max, i + 1), error * rough, DEEPEST, pieces);
    }
    starts = new double[pieces.size()];
    sums = new double[pieces.size() + 1];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = pieces.get(i)[0];
      sums[i + 1] = sums[i] + pieces.get(i)[1];
    }
  }

  private static double edge(double min, double max, int i) {
    return i == FIRST_PIECES ? max : min + (max - min) * i / FIRST_PIECES;
  }

  private void split(double a, double b, double error, int depth, List<double[]> pieces) {
    double[] whole = piece(a, b);
    double middle = (a + b) / 2;
    boolean enough = whole[1] <= error / FIRST_PIECES || depth == 0;
    if (enough || pieces.size() > MOST_PIECES || !(a < middle && middle < b)) {
      pieces.add(new double[] {a, whole[0]});
      return;
    }
    split(a, middle, error, depth - 1, pieces);
    split(middle, b, error, depth - 1, pieces);
  }

  /** The integral over a piece, and how far the two rules are apart. */
  private double[] piece(double a, double b) {
    double centre = (a + b) / 2;
    double half = (b - a) / 2;
    double kronrod = 0;
    double gauss = 0;
    for (int k = 0; k < NODES.length; k++) {
      double off = half * NODES[k];
      double value =
          k == NODES.length - 1
              ? density.applyAsDouble(centre)
              : density.applyAsDouble(centre - off) + density.applyAsDouble(centre + off);
      kronrod += KRONROD[k] * value;
      if (k % 2 == 1) {
        gauss += GAUSS[k / 2] * value;
      }
    }
    return new double[] {half * kronrod, half * Math.abs(kronrod - gauss)};
  }

  /** Of the whole. */
  double total() {
    return sums[sums.length - 1];
  }

  /** From the start to a place inside. */
  double at(double place) {
    if (place >= max) {
      return total();
    }
    int found = Arrays.binarySearch(starts, place);
    int piece = found >= 0 ? found : -found - 2;
    if (piece < 0) {
      return 0;
    }
    double start = starts[piece];
    return found >= 0 ? sums[piece] : sums[piece] + piece(start, place)[0];
  }

  double density(double place) {
    return density.applyAsDouble(place);
  }
}
