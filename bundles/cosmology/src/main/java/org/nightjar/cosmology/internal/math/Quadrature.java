package org.nightjar.cosmology.internal.math;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;

/**
 * Integrals to a stated accuracy: the piece with the largest error is halved until the sum of the
 * errors is small enough. Gauss (7) and Kronrod (15) points; R. Piessens et al., QUADPACK (1983).
 */
public final class Quadrature {
  private static final int PIECES = 4000;

  private static final double[] POINTS = {
    0.991455371120812639206854697526329,
    0.949107912342758524526189684047851,
    0.864864423359769072789712788640926,
    0.741531185599394439863864773280788,
    0.586087235467691130294144691693000,
    0.405845151377397166906606412076961,
    0.207784955007898467600689403773245,
    0
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

  private Quadrature() {}

  /**
   * The integral of a function.
   *
   * @param relative error that may remain, as a fraction of the result; at least some 1e-14
   * @return NaN where the function is NaN; the best that 4000 pieces give if the function is
   *     rougher than that
   */
  public static double integrate(
      DoubleUnaryOperator function, double from, double to, double relative) {
    return integrate(function, from, to, relative, 0);
  }

  /**
   * The integral of a function, to the looser of two accuracies.
   *
   * @param relative error that may remain, as a fraction of the result
   * @param absolute error that may remain, for results that are small among others
   */
  public static double integrate(
      DoubleUnaryOperator function, double from, double to, double relative, double absolute) {
    if (from == to) {
      return 0;
    }
    Comparator<Piece> largestFirst = Comparator.comparingDouble(p -> -p.error);
    PriorityQueue<Piece> pieces = new PriorityQueue<>(largestFirst);
    pieces.add(piece(function, from, to));
    double sum = pieces.element().value;
    double error = pieces.element().error;
    while (error > Math.max(absolute, relative * Math.abs(sum)) && pieces.size() < PIECES) {
      Piece worst = pieces.remove();
      double middle = 0.5 * (worst.from + worst.to);
      Piece left = piece(function, worst.from, middle);
      Piece right = piece(function, middle, worst.to);
      sum += left.value + right.value - worst.value;
      error += left.error + right.error - worst.error;
      pieces.add(left);
      pieces.add(right);
    }
    return pieces.stream().mapToDouble(p -> p.value).sum();
  }

  private static Piece piece(DoubleUnaryOperator function, double from, double to) {
    double middle = 0.5 * (from + to);
    double half = 0.5 * (to - from);
    double centre = function.applyAsDouble(middle);
    double kronrod = KRONROD[7] * centre;
    double gauss = GAUSS[3] * centre;
    double size = Math.abs(kronrod);
    for (int i = 0; i < 7; i++) {
      double step = half * POINTS[i];
      double low = function.applyAsDouble(middle - step);
      double high = function.applyAsDouble(middle + step);
      kronrod += KRONROD[i] * (low + high);
      size += KRONROD[i] * (Math.abs(low) + Math.abs(high));
      if (i % 2 == 1) {
        gauss += GAUSS[i / 2] * (low + high);
      }
    }
    double difference = Math.abs(kronrod - gauss);
    // The difference is the error of the seven points; that of the fifteen is about its 1.5th
    // power.
    double scale = size == 0 ? 0 : size * Math.min(1, Math.pow(200 * difference / size, 1.5));
    double rounding = 1e-15 * size;
    double error = Math.max(Math.min(difference, scale), rounding) * Math.abs(half);
    return new Piece(from, to, kronrod * half, difference <= rounding ? 0 : error);
  }

  private record Piece(double from, double to, double value, double error) {}
}
