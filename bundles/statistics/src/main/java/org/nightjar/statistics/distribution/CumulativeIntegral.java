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
    0.991455371120812639206854697526329,
    0.949107912342758524526189684047851,
    0.864864423359769072789712788640926,
    0.741531185599394439863864773280788,
    0.586087235467691130294144045058837,
    0.405845151377397166906606412076961,
    0.207784955007898467600689403773245,
    0.0
  };

  private static final double[] KRONROD = {
    0.022935322010529224963732008058970,
    0.063092092629978553290700663189204,
    0.104790010322250183839876322541518,
    0.140653259715525918745189590510238,
    0.169004726639267902826583426598550,
    0.190350578064785409913256402421014,
    0.204432940075298892414161999234649,
    0.209482141084727828012999174891714
  };

  private static final double[] GAUSS = {
    0.129484966168869693270611432679082,
    0.279705391489276667901467771423780,
    0.381830050505118944950369775488975,
    0.417959183673469387755102040816327
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
