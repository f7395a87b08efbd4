package org.nightjar.imaging.internal.measure;

import java.util.List;
import org.nightjar.image.CosmicRays;
import org.nightjar.image.PixelDefects;
import org.nightjar.image.Streak;
import org.nightjar.imaging.internal.frame.Frame;
import org.nightjar.imaging.internal.frame.FrameType;

/** Counts of what is wrong with pixels; parts are of the pixels inside the data sections. */
final class DefectNumbers {

  /** A streak takes this many times its full width at half maximum. */
  private static final double STREAK_WIDTHS = 2;

  private DefectNumbers() {}

  static void put(Observed seen, Numbers numbers) {
    Frame frame = seen.frame();
    PixelDefects defects = seen.survey().defects();
    long pixels = frame.dataPixels();
    long masked = frame.unusable().maskedCount();
    numbers.put(Quantity.PIXELS, pixels);
    numbers.putPart(Quantity.MASKED_FRACTION, masked, pixels);
    numbers.putPart(
        Quantity.BLANK_FRACTION,
        Math.max(0, defects.bad() - masked - frame.unusable().outsideCount()),
        pixels);
    numbers.putPart(
        Quantity.SATURATED_FRACTION,
        Double.isNaN(frame.saturation()) ? Double.NaN : defects.saturated(),
        pixels);
    numbers.putPart(Quantity.DEAD_FRACTION, defects.dead(), pixels);
    numbers.putPart(Quantity.HOT_FRACTION, defects.hot(), pixels);
    DefectiveLines lines = seen.lines();
    numbers.put(Quantity.DEAD_LINES, count(lines.deadColumns()) + count(lines.deadRows()));
    numbers.put(Quantity.HOT_LINES, count(lines.hotColumns()) + count(lines.hotRows()));
    if (frame.type().showsSky() || frame.type() == FrameType.DARK) {
      CosmicRays rays = seen.survey().cosmicRays();
      numbers.put(Quantity.COSMIC_RAYS, rays.groupCount());
      numbers.putPart(Quantity.COSMIC_RAY_FRACTION, rays.pixels(), pixels);
    }
    if (frame.type().showsSky()) {
      List<Streak> streaks = seen.survey().streaks().streaks();
      double area =
          streaks.stream()
              .mapToDouble(streak -> streak.length() * Math.max(1, STREAK_WIDTHS * streak.width()))
              .sum();
      numbers.put(Quantity.STREAKS, streaks.size());
      numbers.putPart(Quantity.STREAK_FRACTION, Math.min(Math.rint(area), pixels), pixels);
    }
  }

  private static int count(List<DefectiveLines.Run> runs) {
    return runs.stream().mapToInt(DefectiveLines.Run::lines).sum();
  }
}
