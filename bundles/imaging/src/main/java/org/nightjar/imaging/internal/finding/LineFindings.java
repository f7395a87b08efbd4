package org.nightjar.imaging.internal.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Finding;
import org.nightjar.imaging.internal.measure.DefectiveLines;
import org.nightjar.imaging.internal.measure.Observed;

/** Columns and rows that are dead or hot as a whole. */
final class LineFindings {

  private LineFindings() {}

  static void add(Observed seen, Findings findings) {
    DefectiveLines lines = seen.lines();
    int width = seen.frame().raw().width();
    int height = seen.frame().raw().height();
    if (lines.allDead(width)) {
      findings.add(
          findings.at(
              findings.everywhere(), "dead-detector", "no column has two different values"));
      return;
    }
    add(findings, lines.deadColumns(), "dead-columns", run -> run.columns(height));
    add(findings, lines.deadRows(), "dead-rows", run -> run.rows(width));
    add(findings, lines.hotColumns(), "hot-columns", run -> run.columns(height));
    add(findings, lines.hotRows(), "hot-rows", run -> run.rows(width));
  }

  private static void add(
      Findings findings,
      List<DefectiveLines.Run> runs,
      String what,
      Function<DefectiveLines.Run, Region> place) {
    List<Finding> sort = new ArrayList<>();
    for (DefectiveLines.Run run : runs) {
      String evidence =
          what.startsWith("dead")
              ? "every pixel has the same value, first " + run.least()
              : "most pixels stand 5 sigma above the background";
      sort.add(findings.at(place.apply(run), what, evidence));
    }
    findings.add(sort, sort.size());
  }
}
