package org.nightjar.statistics.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The inverse of a function that never falls: cubics in the function's value that never fall
 * either, on pieces that are halved until they are good enough. A table of first guesses finds a
 * value's piece at once.
 *
 * <p>Slopes are the function's own, at most three times the piece's: then a cubic does not turn (C.
 * de Boor and B. Swartz, J. Approx. Theory 21 (1977), 411).
 */
final class InverseTable {
  private static final double[] PROBES = {0.12, 0.3, 0.5, 0.7, 0.88};
  private static final int FIRST_PIECES = 8;
  private static final int DEEPEST = 60;
  private static final int MOST_PIECES = 1 << 15;
  private static final int COEFFICIENTS = 4;

  private final double[] values;
  private final double[] cubics;
  private final int[] guide;
  private final double guideScale;
  private final double error;

  private InverseTable(List<Piece> pieces, double error) {
    int n = pieces.size();
    this.error = error;
    values = new double[n + 1];
    cubics = new double[COEFFICIENTS * n];
    for (int i = 0; i < n; i++) {
      Piece piece = pieces.get(i);
      values[i] = piece.from.value;
      System.arraycopy(piece.cubic(), 0, cubics, COEFFICIENTS * i, COEFFICIENTS);
    }
    values[n] = pieces.get(n - 1).to.value;
    guide = new int[2 * n + 1];
    guideScale = 2 * n / (values[n] - values[0]);
    int at = 0;
    for (int g = 0; g < guide.length; g++) {
      double value = values[0] + g / guideScale;
      while (at + 1 < n && values[at + 1] <= value) {
        at++;
      }
      guide[g] = at;
    }
  }

  /**
   * Tabulates.
   *
   * @param function that never falls
   * @param slope its derivative
   * @param tolerance of the function's value
   */
  static InverseTable of(
      DoubleUnaryOperator function,
      DoubleUnaryOperator slope,
      double min,
      double max,
      double tolerance) {
    Builder builder = new Builder(function, slope, tolerance);
    Node before = builder.node(min);
    for (int i = 1; i <= FIRST_PIECES; i++) {
      double place = i == FIRST_PIECES ? max : min + (max - min) * i / FIRST_PIECES;
      Node next = builder.node(place);
      builder.split(before, next, DEEPEST);
      before = next;
    }
    if (builder.pieces.isEmpty()) {
      throw new IllegalArgumentException("the function does not rise from " + min + " to " + max);
    }
    return new InverseTable(builder.pieces, builder.error);
  }

  /** The place where the function has a value; the nearest end if it is nowhere. */
  double inverse(double value) {
    int last = values.length - 2;
    double scaled = (value - values[0]) * guideScale;
    int piece = scaled <= 0 ? 0 : guide[(int) Math.min(scaled, guide.length - 1)];
    while (piece > 0 && value < values[piece]) {
      piece--;
    }
    while (piece < last && value >= values[piece + 1]) {
      piece++;
    }
    double t = (value - values[piece]) / (values[piece + 1] - values[piece]);
    t = Math.max(0, Math.min(1, t));
    int c = COEFFICIENTS * piece;
    return cubics[c] + t * (cubics[c + 1] + t * (cubics[c + 2] + t * cubics[c + 3]));
  }

  /** The largest difference of function(inverse(value)) and value at the places looked at. */
  double error() {
    return error;
  }

  int size() {
    return values.length - 1;
  }

  private record Node(double place, double value, double slope) {}

  private record Piece(Node from, Node to) {
    double[] cubic() {
      double rise = to.place - from.place;
      double run = to.value - from.value;
      double left = limited(run / from.slope, rise);
      double right = limited(run / to.slope, rise);
      return new double[] {from.place, left, 3 * rise - 2 * left - right, left + right - 2 * rise};
    }

    private static double limited(double slope, double rise) {
      return slope >= 0 && slope < 3 * rise ? slope : 3 * rise;
    }
  }

  private static final class Builder {
    private final DoubleUnaryOperator function;
    private final DoubleUnaryOperator slope;
    private final double tolerance;
    private final List<Piece> pieces = new ArrayList<>();
    private double error;

    Builder(DoubleUnaryOperator function, DoubleUnaryOperator slope, double tolerance) {
      this.function = function;
      this.slope = slope;
      this.tolerance = Require.positive("tolerance", tolerance);
    }

    Node node(double place) {
      return new Node(place, function.applyAsDouble(place), slope.applyAsDouble(place));
    }

    void split(Node from, Node to, int depth) {
      double run = to.value - from.value;
      double middle = (from.place + to.place) / 2;
      boolean fits = from.place < middle && middle < to.place;
      if (!(run > 0)) {
        return;
      }
      Piece piece = new Piece(from, to);
      double miss = miss(piece);
      boolean enough = miss <= tolerance || run <= tolerance;
      if (enough || depth == 0 || pieces.size() > MOST_PIECES || !fits) {
        pieces.add(piece);
        error = Math.max(error, miss);
        return;
      }
      Node between = node(middle);
      split(from, between, depth - 1);
      split(between, to, depth - 1);
    }

    private double miss(Piece piece) {
      double[] c = piece.cubic();
      double run = piece.to.value - piece.from.value;
      double worst = 0;
      for (double t : PROBES) {
        double place = c[0] + t * (c[1] + t * (c[2] + t * c[3]));
        worst =
            Math.max(worst, Math.abs(function.applyAsDouble(place) - piece.from.value - t * run));
      }
      return worst;
    }
  }
}
