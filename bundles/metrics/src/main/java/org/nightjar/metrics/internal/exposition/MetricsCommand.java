package org.nightjar.metrics.internal.exposition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.TextTable;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar metrics}: what the meters say now. */
@Component
public final class MetricsCommand implements Command {
  private static final String OURS = "nightjar_";
  private static final MathContext SHOWN = new MathContext(6);

  /** Whole numbers up to here are shown whole. */
  private static final double MOST_EXACT = 1L << 53;

  private final Exposition exposition;

  /** Made by the component runtime. */
  @Activate
  public MetricsCommand(@Reference Exposition exposition) {
    this.exposition = exposition;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "metrics",
        "what the meters of the running server say now",
        "[NAME-PREFIX]",
        0,
        1,
        List.of(),
        """
        Meters of Nightjar, of Java (jvm_...) and of the process, under the names that GET /metrics gives
        to Prometheus; the points of names may be written as such, and nightjar_ may be left out.
        Without a running server they are those of this command itself.
        Of histograms the table shows number and sum of the values; --json shows their buckets, too.
        With --json one line for each value:
        {"name","type":"counter"|"gauge"|"histogram"|"summary","labels":{NAME:text},"value"},
        value null where it is not a number

          nightjar metrics inference
          nightjar metrics jvm.memory
          nightjar metrics --json""");
  }

  @Override
  public int run(CommandCall call) {
    String prefix =
        call.parameters().isEmpty()
            ? ""
            : call.parameters().get(0).toLowerCase(Locale.ROOT).replace('.', '_');
    List<Sample> samples =
        exposition.samples().stream()
            .filter(s -> s.name().startsWith(prefix) || s.name().startsWith(OURS + prefix))
            .toList();
    if (call.json()) {
      samples.forEach(sample -> call.out().println(JsonLine.write(json(sample))));
      return OK;
    }
    TextTable table = new TextTable("name", "labels", "value");
    samples.stream()
        .filter(sample -> !sample.bucket())
        .forEach(sample -> table.row(sample.name(), labels(sample), text(sample.value())));
    table.print(call.out());
    return OK;
  }

  private static ObjectNode json(Sample sample) {
    ObjectNode line = JsonLine.object().put("name", sample.name()).put("type", sample.type());
    sample.labels().forEach(line.putObject("labels")::put);
    return Double.isFinite(sample.value())
        ? line.put("value", sample.value())
        : line.putNull("value");
  }

  private static String labels(Sample sample) {
    return sample.labels().entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Without exponents, so that columns stay aligned; six digits, unless it is a whole number. */
  private static String text(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    boolean whole = value == Math.rint(value) && Math.abs(value) <= MOST_EXACT;
    BigDecimal shown = whole ? exact : exact.round(SHOWN);
    return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
  }
}
