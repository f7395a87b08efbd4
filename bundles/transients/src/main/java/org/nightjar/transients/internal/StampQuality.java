package org.nightjar.transients.internal;

import java.nio.FloatBuffer;
import java.util.List;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Verdict;

/**
 * What a stamp looks like before any model sees it.
 *
 * @param stamp which
 * @param blank pixels that are NaN or infinite
 * @param minimum smallest good pixel, NaN if none is good
 * @param maximum largest good pixel, NaN if none is good
 */
record StampQuality(Stamp stamp, int blank, float minimum, float maximum) {

  static StampQuality of(Stamp stamp) {
    int blank = 0;
    float minimum = Float.POSITIVE_INFINITY;
    float maximum = Float.NEGATIVE_INFINITY;
    FloatBuffer pixels = stamp.pixels().values();
    while (pixels.hasRemaining()) {
      float value = pixels.get();
      if (Float.isFinite(value)) {
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
      } else {
        blank++;
      }
    }
    return blank == stamp.pixels().size()
        ? new StampQuality(stamp, blank, Float.NaN, Float.NaN)
        : new StampQuality(stamp, blank, minimum, maximum);
  }

  /** Adds what all stamps show, and what follows from it without a model. */
  static void judge(List<Stamp> stamps, BlankLimits limits, Report.Builder report) {
    List<StampQuality> all = stamps.stream().map(StampQuality::of).toList();
    all.forEach(quality -> quality.measure(report));
    if (!all.isEmpty() && all.stream().allMatch(q -> q.blankFraction() >= limits.junk())) {
      report.because(
          Verdict.JUNK, "in every stamp at least " + limits.junk() + " of the pixels is blank");
    }
    for (StampQuality quality : all) {
      quality.judge(limits, report);
    }
  }

  double blankFraction() {
    return (double) blank / stamp.pixels().size();
  }

  private void measure(Report.Builder report) {
    String of = stamp.name() + "/";
    report
        .measure(of + "width", stamp.width(), "pixel")
        .measure(of + "height", stamp.height(), "pixel")
        .measure(of + "blankPixels", blank, "")
        .measure(of + "blankFraction", blankFraction(), "")
        .measure(of + "minimum", minimum, stamp.unit())
        .measure(of + "maximum", maximum, stamp.unit());
  }

  private void judge(BlankLimits limits, Report.Builder report) {
    if (blank > 0 && blankFraction() >= limits.questionable()) {
      report.because(
          Verdict.QUESTIONABLE,
          blankFraction()
              + " of the pixels of '"
              + stamp.name()
              + "' is blank, not below "
              + limits.questionable());
    } else if (minimum == maximum && stamp.pixels().size() > 1) {
      report.because(
          Verdict.QUESTIONABLE,
          "every pixel of '" + stamp.name() + "' has the same value, " + minimum);
    }
  }
}
