package org.nightjar.inference.internal.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.manifest.VariantReport.Against;
import org.nightjar.inference.internal.manifest.VariantReport.Calibration;
import org.nightjar.inference.internal.manifest.VariantReport.Cost;
import org.nightjar.inference.internal.manifest.VariantReport.Evaluation;
import org.nightjar.inference.internal.manifest.VariantReport.Judgement;
import org.nightjar.yaml.Section;
import org.nightjar.yaml.Value;

/** Reads {@code report}. */
final class ReportReader {
  private static final int MOST_OUTPUTS = 64;
  private static final int MOST_TEXTS = 1024;
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final List<String> outputs;

  /** A reader for a network with these outputs. */
  ReportReader(List<String> outputs) {
    this.outputs = List.copyOf(outputs);
  }

  VariantReport read(Value value) throws NightjarException {
    Section section =
        value.section(
            "against",
            "graph",
            "calibration",
            "evaluation",
            "metric",
            "limit",
            "accepted",
            "outputs",
            "cost",
            "untested");
    Optional<Value> calibration = section.find("calibration");
    List<VariantReport.Output> differences = new ArrayList<>();
    for (Value output : section.need("outputs").list(MOST_OUTPUTS)) {
      differences.add(output(output));
    }
    return new VariantReport(
        against(section.need("against").section("version", "sha256")),
        checksum(section.need("graph")),
        calibration.isPresent() ? Optional.of(calibration(calibration.get())) : Optional.empty(),
        evaluation(section.need("evaluation")),
        judgement(section.need("metric")),
        MetricReader.notNegative(section.need("limit")),
        section.need("accepted").word("true", "false").equals("true"),
        differences,
        cost(section.need("cost")),
        texts(section.need("untested")));
  }

  private static Against against(Section section) throws NightjarException {
    return new Against(section.need("version").text(), checksum(section.need("sha256")));
  }

  private static Calibration calibration(Value value) throws NightjarException {
    Section section = value.section("samples", "rule", "ranges", "kept", "weightBits");
    return new Calibration(
        count(section.need("samples")),
        section.need("rule").text(),
        section.need("ranges").text(),
        texts(section.need("kept")),
        section.need("weightBits").integer(7, 8));
  }

  private static Evaluation evaluation(Value value) throws NightjarException {
    Section section = value.section("samples", "rule", "sha256", "about", "device");
    return new Evaluation(
        count(section.need("samples")),
        section.need("rule").text(),
        checksum(section.need("sha256")),
        section.text("about", ""),
        section.need("device").text());
  }

  private Judgement judgement(Value value) throws NightjarException {
    Section section =
        value.section(
            "name", "output", "float32", "variant", "loss", "low", "high", "level", "draws",
            "seed");
    return new Judgement(
        MetricReader.name(section),
        section.need("output").word(outputs.toArray(String[]::new)),
        section.need("float32").number(),
        section.need("variant").number(),
        section.need("loss").number(),
        section.need("low").number(),
        section.need("high").number(),
        section.need("level").number(),
        count(section.need("draws")),
        count(section.need("seed")));
  }

  private VariantReport.Output output(Value value) throws NightjarException {
    Section section =
        value.section("name", "largest", "mean", "decisions", "flips", "golden", "tolerance");
    return new VariantReport.Output(
        section.need("name").word(outputs.toArray(String[]::new)),
        MetricReader.notNegative(section.need("largest")),
        MetricReader.notNegative(section.need("mean")),
        count(section.need("decisions")),
        count(section.need("flips")),
        MetricReader.notNegative(section.need("golden")),
        MetricReader.notNegative(section.need("tolerance")));
  }

  private static Cost cost(Value value) throws NightjarException {
    Section section =
        value.section("float32Bytes", "bytes", "float32Micros", "micros", "ratio", "least", "most");
    return new Cost(
        count(section.need("float32Bytes")),
        count(section.need("bytes")),
        MetricReader.notNegative(section.need("float32Micros")),
        MetricReader.notNegative(section.need("micros")),
        MetricReader.notNegative(section.need("ratio")),
        MetricReader.notNegative(section.need("least")),
        MetricReader.notNegative(section.need("most")));
  }

  private static int count(Value value) throws NightjarException {
    return value.integer(0, Integer.MAX_VALUE);
  }

  private static String checksum(Value value) throws NightjarException {
    String text = value.text();
    if (!SHA256.matcher(text).matches()) {
      throw value.wrong("'" + value.key() + "' is no SHA-256", "Give 64 hexadecimal digits.");
    }
    return text;
  }

  private static List<String> texts(Value value) throws NightjarException {
    List<String> texts = new ArrayList<>();
    for (Value text : value.list(MOST_TEXTS)) {
      texts.add(text.text());
    }
    return texts;
  }
}
