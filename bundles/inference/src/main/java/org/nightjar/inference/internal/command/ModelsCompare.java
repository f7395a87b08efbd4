package org.nightjar.inference.internal.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.TextTable;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.inference.internal.shadow.ShadowReport;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar models compare}. */
@Component(service = Command.class)
public final class ModelsCompare implements Command {
  private final InferenceService service;

  /** The command for this service. */
  @Activate
  public ModelsCompare(@Reference InferenceService service) {
    this.service = service;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "models compare",
        "Show how the version on trial compares with the live one",
        "ID",
        1,
        1,
        List.of(),
        """
        On the samples that both have seen: differences of each output, decisions that came out
        differently (another class first, or the other side of a threshold), distance of the score
        distributions (KS: Kolmogorov-Smirnov; PSI: population stability index, below 0.1 the same,
        above 0.25 another), time. See also: nightjar models add --trial.""");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    String id = call.parameters().get(0);
    ShadowReport report =
        service
            .loaded()
            .succession()
            .trial(id)
            .orElseThrow(
                () ->
                    NightjarException.of(
                        StandardError.NOT_FOUND,
                        "no version of '" + id + "' is on trial",
                        "",
                        "Put one on trial: nightjar models add DIR --trial SAMPLES"));
    if (call.json()) {
      call.out().println(JsonLine.write(json(report)));
    } else {
      print(report, call);
    }
    return OK;
  }

  private static void print(ShadowReport report, CommandCall call) {
    call.out()
        .printf(
            Locale.ROOT,
            "%s on trial beside %s: %d samples, %d failed, %d not shown; %.0f and %.0f us a sample%n",
            report.candidate(),
            report.live(),
            report.samples(),
            report.failures(),
            report.skipped(),
            report.candidateMicros(),
            report.liveMicros());
    TextTable table =
        new TextTable("OUTPUT", "LARGEST", "MEAN", "DECISIONS", "DIFFERENT", "KS", "PSI");
    for (ShadowReport.Output output : report.outputs()) {
      table.row(
          output.name(),
          number(output.largest()),
          number(output.mean()),
          output.decisions(),
          output.flips(),
          number(output.kolmogorovSmirnov()),
          number(output.stabilityIndex()));
    }
    table.print(call.out());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }

  private static ObjectNode json(ShadowReport report) {
    ObjectNode line =
        JsonLine.object()
            .put("live", report.live())
            .put("candidate", report.candidate())
            .put("samples", report.samples())
            .put("failures", report.failures())
            .put("skipped", report.skipped())
            .put("liveMicros", report.liveMicros())
            .put("candidateMicros", report.candidateMicros());
    ArrayNode outputs = line.putArray("outputs");
    for (ShadowReport.Output output : report.outputs()) {
      outputs
          .addObject()
          .put("name", output.name())
          .put("largest", output.largest())
          .put("mean", output.mean())
          .put("decisions", output.decisions())
          .put("flips", output.flips())
          .put("kolmogorovSmirnov", output.kolmogorovSmirnov())
          .put("stabilityIndex", output.stabilityIndex());
    }
    return line;
  }
}
