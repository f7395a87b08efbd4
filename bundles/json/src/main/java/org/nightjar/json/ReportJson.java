package org.nightjar.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.Measurement;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.ReportState;
import org.nightjar.api.report.Verdict;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reports as JSON: {@code product, task, verdict, reasons, measurements {NAME: {value, unit}},
 * findings, attachments, provenance, night, state, key, filed}. A measurement that is not finite
 * has the value {@code null}.
 */
@ProviderType
public final class ReportJson {
  private ReportJson() {}

  /** A report as one line of JSON, without a line end. */
  public static String line(FiledReport report) {
    return JsonLine.write(write(report));
  }

  /** A report as a JSON object. */
  public static ObjectNode write(FiledReport filed) {
    ObjectNode object = JsonLine.object();
    object.set("product", ProductJson.write(filed.product()));
    object.put("task", filed.task());
    content(filed.report(), object);
    object.set("provenance", ProvenanceJson.write(filed.provenance()));
    return object
        .put("night", filed.night().toString())
        .put("state", filed.state().word())
        .put("stateReason", filed.stateReason())
        .put("key", filed.key())
        .put("filed", filed.filed().toString());
  }

  /** A report from a JSON object. */
  public static FiledReport read(ObjectNode node) throws NightjarException {
    Fields fields = new Fields(node, "report");
    return new FiledReport(
        fields.text("key"),
        ProductJson.read(node.path("product")),
        fields.text("task"),
        fields.date("night"),
        content(node),
        ProvenanceJson.read(fields.child("provenance")),
        fields.parsed("state", "a state", ReportState::ofWord),
        fields.text("stateReason", ""),
        fields.instant("filed"));
  }

  /** What a task said, without identity and provenance. */
  public static ObjectNode content(Report report) {
    ObjectNode object = JsonLine.object();
    content(report, object);
    return object;
  }

  /** What a task said, from a JSON object that holds it. */
  public static Report content(ObjectNode node) throws NightjarException {
    Fields fields = new Fields(node, "report");
    List<String> reasons = new ArrayList<>();
    fields.items("reasons").forEach(reason -> reasons.add(reason.asText()));
    List<Finding> findings = new ArrayList<>();
    for (JsonNode finding : fields.items("findings")) {
      findings.add(FindingJson.read(finding));
    }
    List<Attachment> attachments = new ArrayList<>();
    for (JsonNode attachment : fields.items("attachments")) {
      attachments.add(attachment(new Fields(attachment, "attachment")));
    }
    return new Report(
        fields.parsed("verdict", "a verdict", Verdict::ofWord),
        reasons,
        measurements(node.path("measurements")),
        findings,
        attachments);
  }

  private static void content(Report report, ObjectNode object) {
    object.put("verdict", report.verdict().word());
    ArrayNode reasons = object.putArray("reasons");
    report.reasons().forEach(reasons::add);
    ObjectNode measurements = object.putObject("measurements");
    report.measurements().values().forEach(measurement -> write(measurement, measurements));
    ArrayNode findings = object.putArray("findings");
    report.findings().forEach(finding -> findings.add(FindingJson.write(finding)));
    ArrayNode attachments = object.putArray("attachments");
    for (Attachment attachment : report.attachments()) {
      attachments
          .addObject()
          .put("name", attachment.name())
          .put("mediaType", attachment.mediaType())
          .put("sha256", attachment.sha256())
          .put("length", attachment.length());
    }
  }

  private static void write(Measurement measurement, ObjectNode measurements) {
    ObjectNode object = measurements.putObject(measurement.name());
    if (Double.isFinite(measurement.value())) {
      object.put("value", measurement.value());
    } else {
      object.putNull("value");
    }
    object.put("unit", measurement.unit());
  }

  private static Map<String, Measurement> measurements(JsonNode node) {
    Map<String, Measurement> measurements = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      Fields fields = new Fields(field.getValue(), "measurement " + field.getKey());
      measurements.put(
          field.getKey(),
          new Measurement(field.getKey(), fields.real("value"), fields.text("unit", "")));
    }
    return measurements;
  }

  private static Attachment attachment(Fields fields) throws NightjarException {
    return new Attachment(
        fields.text("name"),
        fields.text("mediaType"),
        fields.text("sha256"),
        fields.integer("length"));
  }
}
