package org.nightjar.image;

import java.util.EnumSet;
import java.util.Set;
import org.nightjar.image.internal.detection.Measured;
import org.nightjar.image.internal.detection.Moments;

/** Turns what was measured into what is told: axes, angle, width, flags. */
record Description(int width, int height) {

  private static final double FWHM_PER_SIGMA = 2 * Math.sqrt(2 * Math.log(2));

  Source of(Measured measured) {
    Moments moments = measured.ellipse();
    double mean = (moments.xx() + moments.yy()) / 2;
    double difference = (moments.xx() - moments.yy()) / 2;
    double split = Math.hypot(difference, moments.xy());
    double a = Math.sqrt(mean + split);
    double b =
        Math.sqrt(Math.max(0, moments.xx() * moments.yy() - moments.xy() * moments.xy())) / a;
    double theta = Math.atan2(moments.xy(), difference) / 2;
    Measured.Box box = measured.box();
    return new Source(
        moments.x(),
        moments.y(),
        measured.flux(),
        measured.peak(),
        measured.area(),
        a,
        b,
        theta,
        FWHM_PER_SIGMA * Math.sqrt(measured.coreVariance()),
        box.left(),
        box.top(),
        box.right(),
        box.bottom(),
        flags(measured));
  }

  private Set<SourceFlag> flags(Measured measured) {
    EnumSet<SourceFlag> flags = EnumSet.noneOf(SourceFlag.class);
    Measured.Box box = measured.box();
    if (measured.blended()) {
      flags.add(SourceFlag.BLENDED);
    }
    if (measured.saturated() > 0) {
      flags.add(SourceFlag.SATURATED);
    }
    if (box.left() == 0
        || box.top() == 0
        || box.right() == width - 1
        || box.bottom() == height - 1) {
      flags.add(SourceFlag.EDGE);
    }
    if (measured.truncated()) {
      flags.add(SourceFlag.TRUNCATED);
    }
    return flags;
  }
}
