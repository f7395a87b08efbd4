package org.nightjar.image.internal.streak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Straight lines through bins that stand out of the noise: each votes for all lines through it
 * (Duda & Hart 1972, Communications of the ACM 15, 11), and the line with most votes is taken
 * first.
 */
final class LineVotes {

  private static final int ANGLES = 600;
  private static final double FIRST_LIMIT = 2.5;
  private static final int MOST_LIT = 3000;
  private static final int LEAST_VOTES = 9;

  private final BinnedSky sky;
  private final int offsets;
  private final int[] votes;
  private final double[] cosine = new double[ANGLES];
  private final double[] sine = new double[ANGLES];
  private final boolean[] lit;
  private int litCount;

  LineVotes(BinnedSky sky) {
    this.sky = sky;
    this.offsets = 2 * (int) Math.ceil(Math.hypot(sky.columns(), sky.rows())) + 3;
    this.votes = new int[ANGLES * offsets];
    this.lit = new boolean[sky.columns() * sky.rows()];
    for (int i = 0; i < ANGLES; i++) {
      cosine[i] = Math.cos(Math.PI * i / ANGLES);
      sine[i] = Math.sin(Math.PI * i / ANGLES);
    }
    double limit = FIRST_LIMIT;
    while (countAbove(limit) > MOST_LIT) {
      limit *= 1.2;
    }
    int[] bins = new int[MOST_LIT];
    for (int bin = 0; bin < lit.length; bin++) {
      if (sky.at(bin % sky.columns(), bin / sky.columns()) > limit) {
        lit[bin] = true;
        bins[litCount++] = bin;
      }
    }
    vote(bins);
  }

  /** Angle by angle, as the votes of one angle stay in the processor's cache. */
  private void vote(int[] bins) {
    float[] x = new float[litCount];
    float[] y = new float[litCount];
    for (int i = 0; i < litCount; i++) {
      x[i] = bins[i] % sky.columns();
      y[i] = bins[i] / sky.columns();
    }
    for (int angle = 0; angle < ANGLES; angle++) {
      float c = (float) cosine[angle];
      float s = (float) sine[angle];
      int start = angle * offsets;
      for (int i = 0; i < litCount; i++) {
        votes[start + offset(x[i] * c + y[i] * s)]++;
      }
    }
  }

  private int countAbove(double limit) {
    int count = 0;
    for (int row = 0; row < sky.rows(); row++) {
      for (int column = 0; column < sky.columns(); column++) {
        count += sky.at(column, row) > limit ? 1 : 0;
      }
    }
    return count;
  }

  private void withdraw(int bin) {
    float x = bin % sky.columns();
    float y = bin / sky.columns();
    for (int angle = 0; angle < ANGLES; angle++) {
      float distance = x * (float) cosine[angle] + y * (float) sine[angle];
      votes[angle * offsets + offset(distance)]--;
    }
  }

  private int offset(float distance) {
    return (int) (distance + offsets / 2f);
  }

  /** The line with most votes, if they are more than noise and stars make by chance. */
  Optional<Line> best() {
    double density = (double) litCount / lit.length;
    double chance = density * Math.hypot(sky.columns(), sky.rows());
    int least = (int) Math.max(LEAST_VOTES, chance + 4 * Math.sqrt(chance) + 4);
    int best = 0;
    for (int i = 1; i < votes.length; i++) {
      best = votes[i] > votes[best] ? i : best;
    }
    if (votes[best] < least) {
      return Optional.empty();
    }
    int angle = best / offsets;
    double distance = best % offsets + 0.5 - offsets / 2.0;
    return Optional.of(new Line(cosine[angle], sine[angle], distance));
  }

  /** Forgets one vote's worth of a line that led nowhere, so that the next is another. */
  void strike(Line line, double from, double to) {
    List<Integer> struck = new ArrayList<>();
    for (int bin = 0; bin < lit.length; bin++) {
      double x = bin % sky.columns();
      double y = bin / sky.columns();
      if (lit[bin]
          && Math.abs(line.across(x, y)) < 1
          && line.along(x, y) >= from
          && line.along(x, y) <= to) {
        struck.add(bin);
      }
    }
    for (int bin : struck) {
      lit[bin] = false;
      litCount--;
      withdraw(bin);
    }
  }

  boolean isLit(int column, int row) {
    return column >= 0
        && row >= 0
        && column < sky.columns()
        && row < sky.rows()
        && lit[row * sky.columns() + column];
  }
}
