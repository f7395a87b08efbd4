package org.nightjar.image.internal.streak;

import java.util.ArrayList;
import java.util.List;

/** How bright a line is from its first end to its last: heights of pieces of 8 steps. */
public final class Course {

  private static final int PIECE = 8;
  private static final double STEEP = 1.7;
  private static final int FEWEST = 2;

  private final double[] heights;

  private Course(double[] heights) {
    this.heights = heights;
  }

  static Course of(Strip strip, Stretch stretch, double half, boolean forward) {
    double[] heights = new double[(stretch.length() - 1) / PIECE + 1];
    for (int i = 0; i < heights.length; i++) {
      int from = stretch.from() + i * PIECE;
      int to = Math.min(stretch.to(), from + PIECE - 1);
      heights[forward ? i : heights.length - 1 - i] = strip.height(half, from, to);
    }
    return new Course(heights);
  }

  /**
   * Whether the line grows fainter on both sides of a place, as spikes do away from their star.
   *
   * @param part of the length, 0 to 1
   */
  public boolean fadesFrom(double part) {
    double star = part * heights.length - 0.5;
    return fades(star, -1) && fades(star, 1);
  }

  private boolean fades(double star, int direction) {
    double end = direction < 0 ? star : heights.length - 1 - star;
    List<Double> near = new ArrayList<>();
    List<Double> far = new ArrayList<>();
    for (int i = 0; i < heights.length; i++) {
      double away = (i - star) * direction;
      if (away > 1 && !Double.isNaN(heights[i])) {
        (away < end / 2 ? near : far).add(heights[i]);
      }
    }
    // Too short to be judged: a spike.
    return near.size() < FEWEST
        || far.size() < FEWEST
        || median(near) > STEEP * Math.max(0, median(far));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
