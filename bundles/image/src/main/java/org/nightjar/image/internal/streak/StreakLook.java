package org.nightjar.image.internal.streak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nightjar.image.internal.fit.Plane;

/** Finds candidate lines among bins, and measures them on the pixels close to them. */
public final class StreakLook {

  private static final int MOST_TRIES = 24;
  private static final double MISS = 0.45;
  private static final int FEWEST_LIT = 8;
  private static final double LEAST_OF_BINS = 9;
  private static final int CHUNKS = 16;
  private static final int LOOKS = 3;
  private static final int MOST_REACH = 40;
  private static final double SAME_LINE = 2;
  private static final double LIT_PART = 0.5;
  private static final double LENGTH_PER_WIDTH = 15;
  private static final double BRIGHTER = 2.5;
  private static final double UNEVEN = 4;

  private StreakLook() {}

  /** What was measured of one line, in pixels; the arguments of the exported record. */
  public record Found(
      double x0,
      double y0,
      double x1,
      double y1,
      double width,
      double brightness,
      double significance,
      double filled,
      Course course) {}

  /** Lines that stand out among the bins, as strips of pixels to be filled. */
  public static List<Strip> candidates(BinnedSky sky) {
    LineVotes votes = new LineVotes(sky);
    List<Strip> strips = new ArrayList<>();
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Optional<Line> best = votes.best();
      if (best.isEmpty()) {
        break;
      }
      Line line = best.get();
      int reach = sky.columns() + sky.rows();
      double[] score = new double[2 * reach + 1];
      for (int i = 0; i < score.length; i++) {
        score[i] = isLit(votes, line, i - reach) ? 1 : -MISS;
      }
      Stretch stretch = Stretch.best(score);
      if (stretch.sum() >= FEWEST_LIT && standsAlone(sky, line, stretch, reach)) {
        Line pixels = line.inPixels(sky.side());
        double margin = 0.1 * stretch.length() + 6;
        strips.add(
            new Strip(
                pixels,
                (stretch.from() - reach - margin) * sky.side(),
                (stretch.to() - reach + margin) * sky.side(),
                (stretch.from() - reach) * (double) sky.side(),
                (stretch.to() - reach + 1.0) * sky.side(),
                4 * sky.side() + 8));
      }
      votes.strike(line, stretch.from() - reach - 1.0, stretch.to() - reach + 1.0);
    }
    return strips;
  }

  private static boolean isLit(LineVotes votes, Line line, int along) {
    for (int across = -1; across <= 1; across++) {
      int x = (int) Math.round(line.x(along, 0.7 * across));
      int y = (int) Math.round(line.y(along, 0.7 * across));
      if (votes.isLit(x, y)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the bins beside a stretch are darker: not so in a nebula or a halo. */
  private static boolean standsAlone(BinnedSky sky, Line line, Stretch stretch, int reach) {
    double on = 0;
    double left = 0;
    double right = 0;
    for (int i = stretch.from(); i <= stretch.to(); i++) {
      on += value(sky, line, i - reach, 0);
      left += value(sky, line, i - reach, -5);
      right += value(sky, line, i - reach, 5);
    }
    return on - Math.max(left, right) > 0.5 * on
        && on > LEAST_OF_BINS * Math.sqrt(stretch.length());
  }

  private static double value(BinnedSky sky, Line line, int along, int across) {
    return sky.at((int) Math.round(line.x(along, across)), (int) Math.round(line.y(along, across)));
  }

  /**
   * A filled strip's line where it is exactly, as another strip to be filled; empty if no line runs
   * through it within so many pixels of its middle.
   */
  private static Optional<Strip> straightened(Strip strip, Stretch core, int within) {
    int reach = strip.acrossProfile(0, 0).length / 2;
    int near = Math.min(within, reach);
    double[] place = new double[CHUNKS];
    double[] middle = new double[CHUNKS];
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      int from = core.from() + chunk * core.length() / CHUNKS;
      int to = Math.max(from, core.from() + (chunk + 1) * core.length() / CHUNKS - 1);
      double[] part = smoothed(strip.acrossProfile(from, to));
      int peak = peak(part, reach - near, reach + near);
      double limit = part[peak] / 2;
      double noise = 4 / Math.sqrt((to - from + 1) * 3.0);
      place[chunk] = strip.start() + (from + to) / 2.0;
      middle[chunk] = part[peak] > noise ? centre(part, peak, limit) - reach : Double.NaN;
    }
    Plane fit = Plane.through(place, new double[CHUNKS], middle);
    if (fit.used() < 4) {
      return Optional.empty();
    }
    Line line = strip.line();
    double from = strip.start();
    double to = from + strip.length();
    Line exact =
        Line.through(
            line.x(from, fit.at(from, 0)),
            line.y(from, fit.at(from, 0)),
            line.x(to, fit.at(to, 0)),
            line.y(to, fit.at(to, 0)));
    double start = exact.along(line.x(from, 0), line.y(from, 0));
    // Along the new line may be against the old one.
    double sign = exact.along(line.x(to, 0), line.y(to, 0)) >= start ? 1 : -1;
    double end = start + sign * strip.length();
    double first = start + sign * core.from();
    double last = start + sign * core.to();
    return Optional.of(
        new Strip(
            exact,
            Math.min(start, end),
            Math.max(start, end),
            Math.min(first, last),
            Math.max(first, last),
            reach));
  }

  /** Those of some filled strips through which a line runs, along it. */
  public static List<Strip> straightened(List<Strip> strips, int within) {
    return strips.stream()
        .flatMap(strip -> straightened(strip, strip.core(), within).stream())
        .toList();
  }

  /** The same for strips whose light may end elsewhere than was thought. */
  public static List<Strip> regrown(List<Strip> strips, int within) {
    return strips.stream()
        .flatMap(
            strip ->
                light(strip)
                    .flatMap(light -> straightened(strip, light.stretch(), within))
                    .stream())
        .toList();
  }

  /** Strips as long as the image is along their lines, as streaks may go on faintly; each once. */
  public static List<Strip> extended(List<Strip> strips, int width, int height) {
    List<Strip> kept = new ArrayList<>();
    for (Strip strip : strips) {
      Line line = strip.line();
      double first = strip.start() + strip.core().from();
      double last = strip.start() + strip.core().to();
      double[] inside = line.within(width, height);
      boolean known =
          kept.stream()
              .map(Strip::line)
              .anyMatch(other -> isNear(other, line, first) && isNear(other, line, last));
      if (!known && inside[0] < inside[1]) {
        int reach = Math.min(strip.reach(), MOST_REACH);
        kept.add(new Strip(line, inside[0], inside[1], first, last, reach));
      }
    }
    return kept;
  }

  private static boolean isNear(Line other, Line line, double along) {
    return Math.abs(other.across(line.x(along, 0), line.y(along, 0))) < SAME_LINE;
  }

  /** What the light along a strip's line is like. */
  private record Light(Stretch stretch, double width, double[] along, double level) {}

  /** Starts from what the bins saw and settles on what the pixels say; empty if that is nothing. */
  private static Optional<Light> light(Strip strip) {
    Stretch stretch = strip.core();
    Light light = null;
    for (int look = 0; look < LOOKS; look++) {
      double[] heights = strip.acrossHeights(stretch.from(), stretch.to());
      double ground = (quantile(heights, 0.1) + quantile(heights, 0.4)) / 2;
      for (int i = 0; i < heights.length; i++) {
        heights[i] -= ground;
      }
      int reach = heights.length / 2;
      int peak = peak(smoothed(heights), 0, heights.length - 1);
      double width = width(heights, peak);
      if (Math.abs(peak - reach) > 4 || !(width < reach)) {
        return Optional.empty();
      }
      double[] along = strip.alongProfile(Math.max(1, width));
      double level = level(Arrays.copyOfRange(along, stretch.from(), stretch.to() + 1));
      stretch = Stretch.best(StreakEnds.score(along, level));
      if (stretch.length() < 2) {
        return Optional.empty();
      }
      light = new Light(stretch, width, along, level);
    }
    return Optional.of(light);
  }

  /** What a strip along an exact line holds; empty if that is no streak. */
  public static Optional<Found> measured(
      Strip strip, double leastSignificance, double leastLength) {
    Optional<Light> light = light(strip);
    if (light.isEmpty()) {
      return Optional.empty();
    }
    double width = light.get().width();
    double[] along = light.get().along();
    double level = light.get().level();
    Stretch stretch = StreakEnds.refined(strip, light.get().stretch(), width, level);
    if (stretch.length() < Math.max(leastLength, LENGTH_PER_WIDTH * width)
        || !isAlone(strip, stretch, width)) {
      return Optional.empty();
    }
    double significance = 0;
    for (int u = stretch.from(); u <= stretch.to(); u++) {
      significance += Double.isNaN(along[u]) ? 0 : along[u] / Math.sqrt(stretch.length());
    }
    double filled = filled(along, stretch, level / 2);
    if (significance < leastSignificance || filled < LIT_PART) {
      return Optional.empty();
    }
    // A chance line of stars is nothing like as even as a streak.
    double[] heights = strip.heights(Math.max(0.5, width / 4), stretch.from(), stretch.to());
    if (quantile(heights, 0.8) > UNEVEN * Math.max(0, quantile(heights, 0.3))) {
      return Optional.empty();
    }
    return Optional.of(found(strip, stretch, width, significance, filled, heights));
  }

  /** The part of pieces of 8 steps that are above a limit. */
  private static double filled(double[] along, Stretch stretch, double limit) {
    int blocks = 0;
    int lit = 0;
    for (int u = stretch.from(); u <= stretch.to(); u += 8) {
      double block = 0;
      int count = 0;
      for (int at = u; at < Math.min(u + 8, stretch.to() + 1); at++) {
        if (!Double.isNaN(along[at])) {
          block += along[at];
          count++;
        }
      }
      blocks++;
      lit += count > 0 && block / count > limit ? 1 : 0;
    }
    return (double) lit / blocks;
  }

  private static Found found(
      Strip strip,
      Stretch stretch,
      double width,
      double significance,
      double filled,
      double[] heights) {
    Line line = strip.line();
    double from = strip.start() + stretch.from();
    double to = strip.start() + stretch.to();
    boolean forward = Math.abs(line.sine()) > 1e-9 ? line.sine() < 0 : line.cosine() > 0;
    double first = forward ? from : to;
    double last = forward ? to : from;
    return new Found(
        line.x(first, 0),
        line.y(first, 0),
        line.x(last, 0),
        line.y(last, 0),
        width,
        heights[heights.length / 2],
        significance,
        filled,
        Course.of(strip, stretch, Math.max(0.5, width / 4), forward));
  }

  /** The height of the lit part: the mean of what is above half of the upper quartile. */
  private static double level(double[] along) {
    double[] known = Arrays.stream(along).filter(v -> !Double.isNaN(v)).toArray();
    if (known.length == 0) {
      return Double.NaN;
    }
    double[] smooth = new double[known.length];
    for (int i = 0; i < known.length; i++) {
      int from = Math.max(0, i - 8);
      int to = Math.min(known.length - 1, i + 8);
      for (int at = from; at <= to; at++) {
        smooth[i] += known[at] / (to - from + 1);
      }
    }
    return quantile(smooth, 0.75);
  }

  private static double quantile(double[] values, double part) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (part * (sorted.length - 1))];
  }

  private static double[] smoothed(double[] values) {
    double[] smooth = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double before = values[Math.max(0, i - 1)];
      double after = values[Math.min(values.length - 1, i + 1)];
      smooth[i] = (before + values[i] + after) / 3;
    }
    return smooth;
  }

  /**
   * Whether nothing beside a stretch is nearly as bright: in crowded fields chance lines are not.
   */
  private static boolean isAlone(Strip strip, Stretch stretch, double width) {
    double[] across = smoothed(strip.acrossProfile(stretch.from(), stretch.to()));
    double base = (quantile(across, 0.1) + quantile(across, 0.4)) / 2;
    int reach = across.length / 2;
    double beside = 0;
    for (int i = 0; i < across.length; i++) {
      if (Math.abs(i - reach) > 1.5 * width + 1) {
        beside = Math.max(beside, across[i] - base);
      }
    }
    return across[peak(across, reach - 2, reach + 2)] - base > BRIGHTER * beside;
  }

  private static int peak(double[] values, int from, int to) {
    int peak = from;
    for (int i = from; i <= to; i++) {
      peak = values[i] > values[peak] ? i : peak;
    }
    return peak;
  }

  private static double centre(double[] values, int peak, double limit) {
    double sum = 0;
    double moment = 0;
    for (int i = peak; i >= 0 && values[i] > limit; i--) {
      sum += values[i];
      moment += values[i] * i;
    }
    for (int i = peak + 1; i < values.length && values[i] > limit; i++) {
      sum += values[i];
      moment += values[i] * i;
    }
    return moment / sum;
  }

  /** Full width at half maximum, between pixels; NaN where it does not end. */
  private static double width(double[] values, int peak) {
    double limit = values[peak] / 2;
    if (!(limit > 0)) {
      return Double.NaN;
    }
    int left = peak;
    while (left > 0 && values[left] > limit) {
      left--;
    }
    int right = peak;
    while (right < values.length - 1 && values[right] > limit) {
      right++;
    }
    if (values[left] > limit || values[right] > limit) {
      return Double.NaN;
    }
    double from = left + (limit - values[left]) / (values[left + 1] - values[left]);
    double to = right - (limit - values[right]) / (values[right - 1] - values[right]);
    return to - from;
  }
}
