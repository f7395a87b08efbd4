package org.nightjar.inference.internal.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nightjar.api.command.TextTable;
import org.nightjar.inference.internal.manifest.Manifest;
import org.nightjar.inference.internal.manifest.VariantReport;
import org.nightjar.inference.internal.manifest.VariantReport.Cost;
import org.nightjar.inference.internal.manifest.VariantReport.Judgement;
import org.nightjar.inference.internal.precision.Variant;

/** Shows a comparison to people. */
final class VariantPrint {
  private static final double KIBI = 1024;

  private final PrintWriter out;

  VariantPrint(PrintWriter out) {
    this.out = out;
  }

  void print(Variant variant, Manifest parent, boolean installed, Optional<Path> folder) {
    VariantReport report = variant.report();
    String label = parent.id() + "@" + variant.version();
    out.println(label + " beside " + parent.label() + ":");
    report
        .calibration()
        .ifPresent(
            calibration ->
                out.printf(
                    "  calibrated by %d samples (%s), ranges: %s%n",
                    calibration.samples(), calibration.rule(), calibration.ranges()));
    out.printf(
        "  judged by %d samples (%s) on %s%n",
        report.evaluation().samples(), report.evaluation().rule(), report.evaluation().device());
    out.println("  " + judged(report));
    TextTable table =
        new TextTable("OUTPUT", "LARGEST", "MEAN", "DECISIONS", "DIFFERENT", "GOLDEN", "TOLERANCE");
    for (VariantReport.Output output : report.outputs()) {
      table.row(
          output.name(),
          digits(output.largest()),
          digits(output.mean()),
          output.decisions(),
          output.flips(),
          digits(output.golden()),
          digits(output.tolerance()));
    }
    table.print(out);
    cost(report.cost());
    out.println("Not tested:");
    report.untested().forEach(text -> out.println("  " + text));
    verdict(label, variant.objections(), installed, folder);
  }

  /** The metric of both on one line. */
  static String judged(VariantReport report) {
    Judgement metric = report.metric();
    return String.format(
        Locale.ROOT,
        "%s of %s: %.6g, float32 %.6g; loss %.3g (%.0f %%: %.3g to %.3g), %.3g allowed",
        metric.name().word(),
        metric.output(),
        metric.variant(),
        metric.float32(),
        metric.loss(),
        100 * metric.level(),
        metric.low(),
        metric.high(),
        report.limit());
  }

  private void cost(Cost cost) {
    out.printf(
        Locale.ROOT,
        "%.0f KiB instead of %.0f; %.0f us a sample instead of %.0f, ratio %.2f (rounds: %.2f to"
            + " %.2f)%n",
        cost.bytes() / KIBI,
        cost.float32Bytes() / KIBI,
        cost.micros(),
        cost.float32Micros(),
        cost.ratio(),
        cost.least(),
        cost.most());
  }

  private void verdict(
      String label, List<String> objections, boolean installed, Optional<Path> folder) {
    if (!objections.isEmpty()) {
      out.println("NOT ACCEPTED: " + String.join("; ", objections) + ".");
      return;
    }
    out.println("Accepted.");
    folder.ifPresent(path -> out.println("Written to " + path + "."));
    if (installed) {
      out.println("Installed " + label + ". Make it live: nightjar models promote " + label);
    }
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
