package org.nightjar.inference.internal.precision;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nightjar.inference.internal.manifest.VariantReport;
import org.nightjar.inference.internal.manifest.VariantReport.Calibration;
import org.nightjar.inference.internal.manifest.VariantReport.Cost;
import org.nightjar.inference.internal.manifest.VariantReport.Evaluation;
import org.nightjar.inference.internal.manifest.VariantReport.Judgement;
import org.nightjar.json.JsonLine;

/** A report as a tree, with the names that manifests have. */
public final class ReportJson {
  private ReportJson() {}

  /** The tree of a report. */
  public static ObjectNode of(VariantReport report) {
    ObjectNode json = JsonLine.object();
    json.putObject("against")
        .put("version", report.against().version())
        .put("sha256", report.against().sha256());
    json.put("graph", report.graph());
    report
        .calibration()
        .ifPresent(calibration -> calibration(calibration, json.putObject("calibration")));
    evaluation(report.evaluation(), json.putObject("evaluation"));
    metric(report.metric(), json.putObject("metric"));
    json.put("limit", report.limit());
    json.put("accepted", report.accepted());
    ArrayNode outputs = json.putArray("outputs");
    report.outputs().forEach(output -> output(output, outputs.addObject()));
    cost(report.cost(), json.putObject("cost"));
    report.untested().forEach(json.putArray("untested")::add);
    return json;
  }

  private static void calibration(Calibration calibration, ObjectNode json) {
    json.put("samples", calibration.samples())
        .put("rule", calibration.rule())
        .put("ranges", calibration.ranges());
    calibration.kept().forEach(json.putArray("kept")::add);
    json.put("weightBits", calibration.weightBits());
  }

  private static void evaluation(Evaluation evaluation, ObjectNode json) {
    json.put("samples", evaluation.samples())
        .put("rule", evaluation.rule())
        .put("sha256", evaluation.sha256())
        .put("about", evaluation.about())
        .put("device", evaluation.device());
  }

  private static void metric(Judgement metric, ObjectNode json) {
    json.put("name", metric.name().word())
        .put("output", metric.output())
        .put("float32", metric.float32())
        .put("variant", metric.variant())
        .put("loss", metric.loss())
        .put("low", metric.low())
        .put("high", metric.high())
        .put("level", metric.level())
        .put("draws", metric.draws())
        .put("seed", metric.seed());
  }

  private static void output(VariantReport.Output output, ObjectNode json) {
    json.put("name", output.name())
        .put("largest", output.largest())
        .put("mean", output.mean())
        .put("decisions", output.decisions())
        .put("flips", output.flips())
        .put("golden", output.golden())
        .put("tolerance", output.tolerance());
  }

  private static void cost(Cost cost, ObjectNode json) {
    json.put("float32Bytes", cost.float32Bytes())
        .put("bytes", cost.bytes())
        .put("float32Micros", cost.float32Micros())
        .put("micros", cost.micros())
        .put("ratio", cost.ratio())
        .put("least", cost.least())
        .put("most", cost.most());
  }
}
