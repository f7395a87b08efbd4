package org.nightjar.image.internal.streak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nightjar.image.internal.fit.Plane;

/** Finds candidate lines among bins, and measures them on the pixels close to them. */
public final class StreakLook {

  private static final int MOST_TRIES = 24;
  private static final double MISS = 0.7;
  private static final int FEWEST_LIT = 8;
  private static final int CHUNKS = 16;
  private static final double LIT_PART = 0.5;

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
      double filled) {}

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
    return on - Math.max(left, right) > 0.5 * on && on > 0;
  }

  private static double value(BinnedSky sky, Line line, int along, int across) {
    return sky.at((int) Math.round(line.x(along, across)), (int) Math.round(line.y(along, across)));
  }

  /**
   * A filled strip's line where it is exactly, as another strip to be filled; empty if no line runs
   * through it.
   */
  public static Optional<Strip> straightened(Strip strip) {
    double[] profile = strip.acrossProfile(0, strip.length() - 1);
    int reach = profile.length / 2;
    double[] place = new double[CHUNKS];
    double[] middle = new double[CHUNKS];
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      int from = chunk * strip.length() / CHUNKS;
      int to = Math.max(from, (chunk + 1) * strip.length() / CHUNKS - 1);
      double[] part = smoothed(strip.acrossProfile(from, to));
      int peak = peak(part);
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
    double shift = exact.along(line.x(from, 0), line.y(from, 0));
    double sign = exact.along(line.x(to, 0), line.y(to, 0)) >= shift ? 1 : -1;
    double other = shift + sign * strip.length();
    return Optional.of(new Strip(exact, Math.min(shift, other), Math.max(shift, other), reach));
  }

  /** What a strip along an exact line holds; empty if that is no streak. */
  public static Optional<Found> measured(
      Strip strip, double leastSignificance, double leastLength) {
    double[] across = strip.acrossProfile(0, strip.length() - 1);
    int reach = across.length / 2;
    double base = (quantile(across, 0.1) + quantile(across, 0.4)) / 2;
    for (int i = 0; i < across.length; i++) {
      across[i] -= base;
    }
    int peak = peak(smoothed(across));
    double width = width(across, peak);
    if (Math.abs(peak - reach) > 4 || !(width < reach)) {
      return Optional.empty();
    }
    double half = Math.max(1, width);
    double[] along = strip.alongProfile(half, base);
    double level = level(along);
    double[] score = new double[along.length];
    for (int u = 0; u < along.length; u++) {
      score[u] = Double.isNaN(along[u]) ? 0 : Math.min(along[u], 2 * level) - level / 2;
    }
    Stretch stretch = Stretch.best(score);
    if (stretch.length() < Math.max(leastLength, 6 * width)) {
      return Optional.empty();
    }
    double sum = 0;
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
      sum += block;
      blocks++;
      lit += count > 0 && block / count > level / 2 ? 1 : 0;
    }
    double significance = sum / Math.sqrt(stretch.length());
    double filled = (double) lit / blocks;
    if (significance < leastSignificance || filled < LIT_PART) {
      return Optional.empty();
    }
    return Optional.of(found(strip, stretch, width, significance, filled));
  }

  private static Found found(
      Strip strip, Stretch stretch, double width, double significance, double filled) {
    Line line = strip.line();
    double from = strip.start() + stretch.from();
    double to = strip.start() + stretch.to();
    boolean forward = Math.abs(line.sine()) > 1e-9 ? line.sine() < 0 : line.cosine() > 0;
    double first = forward ? from : to;
    double last = forward ? to : from;
    double brightness = strip.brightness(Math.max(0.5, width / 4), stretch.from(), stretch.to());
    return new Found(
        line.x(first, 0),
        line.y(first, 0),
        line.x(last, 0),
        line.y(last, 0),
        width,
        brightness,
        significance,
        filled);
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

  private static int peak(double[] values) {
    int peak = 0;
    for (int i = 1; i < values.length; i++) {
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
