package org.nightjar.imaging.internal.finding;

import java.util.List;
import org.nightjar.api.report.Finding;
import org.nightjar.imaging.internal.measure.Observed;

/** Tells what is where in a frame, by sorts, the most telling first. */
public final class Finder {

  private Finder() {}

  /** The findings of a frame, bounded in number. */
  public static List<Finding> of(Observed seen) {
    Findings findings = new Findings(seen.frame());
    for (String note : seen.frame().notes()) {
      findings.add(Finding.of("not-used", note));
    }
    LineFindings.add(seen, findings);
    if (seen.frame().type().showsSky()) {
      StreakFindings.add(seen, findings);
      ShapeFindings.add(seen, findings);
    }
    AmplifierFindings.add(seen, findings);
    BackgroundFindings.add(seen, findings);
    PointFindings.add(seen, findings);
    return findings.all();
  }
}
