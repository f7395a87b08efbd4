package org.nightjar.imaging.internal.finding;

import java.util.Locale;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.Shape;
import org.nightjar.image.Streak;
import org.nightjar.imaging.internal.measure.Observed;

/** Trails of satellites and planes: lines with ends and width. */
final class StreakFindings {

  private StreakFindings() {}

  static void add(Observed seen, Findings findings) {
    String unit = seen.frame().header().unit();
    for (Streak streak : seen.survey().streaks().streaks()) {
      findings.add(finding(streak, unit, findings));
    }
    if (!seen.survey().streaks().complete()) {
      findings.add(Finding.of("streak", "more like these, not all of which are kept"));
    }
  }

  private static Finding finding(Streak streak, String unit, Findings findings) {
    double half = streak.width() / 2;
    Region box =
        findings.box(
            Math.min(streak.x0(), streak.x1()) - half,
            Math.min(streak.y0(), streak.y1()) - half,
            Math.max(streak.x0(), streak.x1()) + half,
            Math.max(streak.y0(), streak.y1()) + half);
    String evidence =
        String.format(
            Locale.ROOT,
            "a straight line of %.0f pixels, %.1f wide, %.3g %s above the background, %.0f sigma,"
                + " lit over %.0f %% of its length",
            streak.length(),
            streak.width(),
            streak.brightness(),
            unit,
            streak.significance(),
            100 * streak.filled());
    return findings
        .at(box, "streak", evidence)
        .withShape(
            new Shape.Line(streak.x0(), streak.y0(), streak.x1(), streak.y1(), streak.width()));
  }
}
