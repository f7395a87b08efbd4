package org.nightjar.imaging.internal.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Finding;
import org.nightjar.image.AmplifierStep;
import org.nightjar.image.Section;
import org.nightjar.imaging.internal.frame.Channel;
import org.nightjar.imaging.internal.frame.FrameType;
import org.nightjar.imaging.internal.measure.Observed;

/** Steps and changes of noise where amplifiers meet, and overscans that drift. */
final class AmplifierFindings {

  /** Noise of one amplifier over that of its neighbour. */
  private static final double MOST_NOISE_RATIO = 1.5;

  private AmplifierFindings() {}

  static void add(Observed seen, Findings findings) {
    String unit = seen.frame().header().unit();
    List<Finding> steps = new ArrayList<>();
    List<Finding> noises = new ArrayList<>();
    for (AmplifierStep step : seen.steps()) {
      Region box = boundary(step, findings);
      // In a flat the gains make steps, which is what flats are taken for.
      if (step.isStep() && seen.frame().type() != FrameType.FLAT) {
        steps.add(findings.at(box, "amplifier-step", step(step, unit)));
      }
      if (step.noiseRatio() >= MOST_NOISE_RATIO) {
        noises.add(findings.at(box, "amplifier-noise", noise(step, unit)));
      }
    }
    findings.add(steps, steps.size());
    findings.add(noises, noises.size());
    for (Channel channel : seen.frame().channels()) {
      if (channel.overscan().isPresent() && channel.overscan().get().isDrifting()) {
        findings.add(drift(channel, unit, findings));
      }
    }
  }

  private static String step(AmplifierStep step, String unit) {
    return String.format(
        Locale.ROOT,
        "the level changes by %.4g %s (%.0f sigma) at %s",
        step.step(),
        unit,
        Math.min(step.significance(), 1e6),
        place(step));
  }

  private static String noise(AmplifierStep step, String unit) {
    return String.format(
        Locale.ROOT,
        "the noise changes from %.4g to %.4g %s at %s",
        step.firstNoise(),
        step.secondNoise(),
        unit,
        place(step));
  }

  private static String place(AmplifierStep step) {
    return (step.acrossColumns() ? "column " : "row ") + step.boundary();
  }

  private static Finding drift(Channel channel, String unit, Findings findings) {
    Section data = channel.data();
    return findings.at(
        Region.of(data.left(), data.top(), data.right(), data.bottom()),
        "overscan-drift",
        String.format(
            Locale.ROOT,
            "the overscan of amplifier %s changes by %.3g %s from row to row",
            channel.name(),
            channel.overscan().orElseThrow().perRow(),
            unit));
  }

  /** A pixel to either side of the boundary. */
  private static Region boundary(AmplifierStep step, Findings findings) {
    Section a = step.first();
    Section b = step.second();
    return step.acrossColumns()
        ? findings.box(
            step.boundary() - 1,
            Math.max(a.top(), b.top()),
            step.boundary(),
            Math.min(a.bottom(), b.bottom()) - 1)
        : findings.box(
            Math.max(a.left(), b.left()),
            step.boundary() - 1,
            Math.min(a.right(), b.right()) - 1,
            step.boundary());
  }
}
