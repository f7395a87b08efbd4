package org.nightjar.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nightjar.image.internal.rows.RowVisitor;
import org.nightjar.image.internal.rows.SkyWindow;
import org.nightjar.image.internal.streak.BinnedSky;
import org.nightjar.image.internal.streak.Course;
import org.nightjar.image.internal.streak.StreakLook;
import org.nightjar.image.internal.streak.Strip;

/** Looks for streaks: lines among bins first, then the pixels along each. */
final class StreakSearch {

  private static final double STAR_ELLIPTICITY = 0.5;
  private static final double STAR_CONTRAST = 4;
  private static final double STAR_FILLS = 0.2;
  private static final double BRIGHT_CONTRAST = 150;
  private static final double THIN = 2.5;
  private static final double ALONG_AXIS = Math.toRadians(0.5);
  private static final double BLEED_AXIS = Math.toRadians(2);

  private final PixelRows image;
  private final BackgroundMesh background;
  private final StreakSettings settings;
  private final BinnedSky sky;

  StreakSearch(PixelRows image, BackgroundMesh background, StreakSettings settings) {
    this.image = image;
    this.background = background;
    this.settings = settings;
    this.sky = new BinnedSky(image.width(), image.height());
  }

  RowVisitor rows() {
    return sky;
  }

  Streaks result(SourceList found) {
    for (Source source : found.sources()) {
      if (isStar(source, found.threshold())) {
        sky.erase(source.left(), source.top(), source.right(), source.bottom());
      }
    }
    List<Strip> strips = StreakLook.candidates(sky);
    fill(strips);
    for (int within : new int[] {2 * sky.side() + 2, 6, 4}) {
      strips = StreakLook.straightened(strips, within);
      fill(strips);
    }
    strips = StreakLook.extended(strips, image.width(), image.height());
    fill(strips);
    strips = StreakLook.regrown(strips, 4);
    fill(strips);
    List<Streak> streaks = new ArrayList<>();
    for (Strip strip : strips) {
      StreakLook.measured(strip, settings.significance(), settings.leastLength())
          .filter(line -> !isOfDetectorOrStar(streak(line), line.course(), found))
          .map(StreakSearch::streak)
          .ifPresent(streaks::add);
    }
    return distinct(streaks);
  }

  /** Reads the rows that strips need, once. */
  private void fill(List<Strip> strips) {
    if (strips.isEmpty()) {
      return;
    }
    RowVisitor visitor =
        new RowVisitor() {
          @Override
          public int reach() {
            return 0;
          }

          @Override
          public void visit(SkyWindow rows, int y) {
            for (Strip strip : strips) {
              if (y >= strip.top() && y <= strip.bottom()) {
                strip.take(y, rows.width(), rows.above(y), rows.noise(y));
              }
            }
          }
        };
    SkyPass.run(image, background, List.of(visitor));
  }

  private static Streak streak(StreakLook.Found found) {
    return new Streak(
        found.x0(),
        found.y0(),
        found.x1(),
        found.y1(),
        found.width(),
        found.brightness(),
        found.significance(),
        found.filled());
  }

  /** Stars fill their boxes; streaks that cross do not, round as their moments may be. */
  private static boolean isStar(Source source, double threshold) {
    double box = (source.right() - source.left() + 1.0) * (source.bottom() - source.top() + 1.0);
    return source.area() > STAR_FILLS * box && isRoundOrSaturated(source, threshold);
  }

  private static boolean isRoundOrSaturated(Source source, double threshold) {
    return source.is(SourceFlag.SATURATED)
        || (source.ellipticity() < STAR_ELLIPTICITY && source.peak() > STAR_CONTRAST * threshold);
  }

  /**
   * Bad columns and edges of amplifiers run along an axis; bleeding runs along one through a bright
   * star; spikes have a bright star in their middle and grow fainter away from it.
   */
  private boolean isOfDetectorOrStar(Streak streak, Course course, SourceList found) {
    double fromAxis = Math.abs(Math.sin(2 * streak.angle())) / 2;
    boolean vertical = Math.abs(streak.y1() - streak.y0()) > Math.abs(streak.x1() - streak.x0());
    double across = vertical ? image.height() : image.width();
    if (fromAxis < ALONG_AXIS && (streak.width() < THIN || streak.length() > 0.9 * across)) {
      return true;
    }
    double cosine = (streak.x1() - streak.x0()) / streak.length();
    double sine = (streak.y1() - streak.y0()) / streak.length();
    for (Source source : found.sources()) {
      boolean bright =
          source.is(SourceFlag.SATURATED)
              || (source.ellipticity() < STAR_ELLIPTICITY
                  && source.peak() > BRIGHT_CONTRAST * found.threshold());
      double dx = source.x() - streak.x0();
      double dy = source.y() - streak.y0();
      double along = (dx * cosine + dy * sine) / streak.length();
      double away = Math.abs(dy * cosine - dx * sine);
      boolean within = bright && away < streak.width() + 3 && along > -0.2 && along < 1.2;
      boolean spike = Math.abs(along - 0.5) < 0.25 && course.fadesFrom(along);
      if (within && (fromAxis < BLEED_AXIS || spike)) {
        return true;
      }
    }
    return false;
  }

  /** The most significant of those that are the same streak. */
  private Streaks distinct(List<Streak> streaks) {
    streaks.sort(Comparator.comparingDouble(Streak::significance).reversed());
    List<Streak> kept = new ArrayList<>();
    for (Streak streak : streaks) {
      if (kept.stream().noneMatch(other -> isPartOf(streak, other))) {
        kept.add(streak);
      }
    }
    int most = Math.min(kept.size(), settings.mostStreaks());
    return new Streaks(kept.subList(0, most), most == kept.size());
  }

  private static boolean isPartOf(Streak streak, Streak other) {
    double cosine = (other.x1() - other.x0()) / other.length();
    double sine = (other.y1() - other.y0()) / other.length();
    double first = (streak.y0() - other.y0()) * cosine - (streak.x0() - other.x0()) * sine;
    double last = (streak.y1() - other.y0()) * cosine - (streak.x1() - other.x0()) * sine;
    double near = 2 * Math.max(streak.width(), other.width()) + 6;
    return Math.min(Math.abs(first), Math.abs(last)) < near
        && Math.abs(first - last) < 0.1 * streak.length() + near;
  }
}
