package org.nightjar.inference.internal.precision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nightjar.inference.internal.manifest.Manifest;
import org.nightjar.inference.internal.manifest.MetricSpec;
import org.nightjar.inference.internal.manifest.VariantReport;
import org.nightjar.inference.internal.manifest.VariantReport.Calibration;
import org.nightjar.inference.internal.manifest.VariantReport.Evaluation;
import org.nightjar.inference.internal.manifest.VariantReport.Judgement;

/** Says what a comparison has not looked at. */
final class Untested {
  /** Golden vectors that differ so many times as much as any sample are no samples like those. */
  private static final double OUTSIDE = 2;

  private Untested() {}

  static List<String> of(
      Manifest parent,
      Optional<Calibration> calibration,
      Judgement judgement,
      List<VariantReport.Output> outputs,
      Evaluation evaluation) {
    List<String> untested = new ArrayList<>();
    untested.add("samples unlike the " + evaluation.samples() + " that judged");
    untested.add("any device but " + evaluation.device() + ", and any other processor");
    untested.add("batches of more than one sample");
    if (calibration.isPresent() && calibration.get().weightBits() == 8) {
      untested.add(
          "processors that add products of bytes in 16 bits (no VNNI), where 8-bit weights can"
              + " overflow");
    }
    if (parent.golden().isEmpty()) {
      untested.add("golden vectors: the float32 package has none");
    }
    for (VariantReport.Output output : outputs) {
      if (output.golden() > OUTSIDE * output.largest()) {
        untested.add(
            String.format(
                Locale.ROOT,
                "samples like the golden vectors: for those %s differs by up to %.3g, for the"
                    + " samples that judged by %.3g",
                output.name(),
                output.golden(),
                output.largest()));
      }
    }
    if (judgement.name() == MetricSpec.Name.ACCURACY && judgement.high() == judgement.low()) {
      untested.add(
          String.format(
              Locale.ROOT,
              "rare decisions: none differed among %d, so up to %.2g %% may (rule of three)",
              evaluation.samples(),
              300.0 / evaluation.samples()));
    }
    return untested;
  }
}
