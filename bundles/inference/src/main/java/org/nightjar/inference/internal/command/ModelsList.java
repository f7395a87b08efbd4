package org.nightjar.inference.internal.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.inference.internal.model.Installed;
import org.nightjar.inference.internal.model.ModelVersion;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar models list}. */
@Component(service = Command.class)
public final class ModelsList implements Command {
  private static final int SHORT_CHECKSUM = 12;

  private final InferenceService service;

  /** The command for this service. */
  @Activate
  public ModelsList(@Reference InferenceService service) {
    this.service = service;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "models list",
        "Show the installed models, where they run and what became of them",
        "",
        0,
        0,
        List.of(),
        """
        States: live (tasks use it), shadow (on trial beside the live one), draining (kept loaded as
        the way back), retired (verified, not in use), resolved (not tried yet), refused.
        Of each model the newest version is live that is not refused, passed over or on trial, or
        the one in inference.pins.""");
  }

  @Override
  public int run(CommandCall call) {
    List<Installed> all = service.loaded().installed();
    if (call.json()) {
      all.forEach(each -> call.out().println(JsonLine.write(json(each))));
      return OK;
    }
    if (all.isEmpty()) {
      call.out().println("No model is installed. Install one: nightjar models add DIR");
      return OK;
    }
    call.out()
        .printf(
            "%-24s %-12s %-12s %-16s %-8s %-11s %s%n",
            "ID", "VERSION", "TASK", "PRECISION", "DEVICE", "STATE", "SHA256");
    all.forEach(each -> print(each, call.out()));
    return OK;
  }

  private static void print(Installed each, PrintWriter out) {
    String state = state(each);
    if (each.model().isPresent()) {
      ModelVersion model = each.model().get();
      out.printf(
          "%-24s %-12s %-12s %-16s %-8s %-11s %s%n",
          each.id(),
          each.version(),
          model.source().manifest().task(),
          model.source().manifest().precision(),
          model.placement().device().isEmpty() ? "-" : model.placement().device(),
          state,
          model.source().sha256().substring(0, SHORT_CHECKSUM));
      if (!model.placement().reason().isEmpty()) {
        out.println("    not faster because: " + model.placement().reason());
      }
    } else {
      out.printf(
          "%-24s %-12s %-12s %-16s %-8s %-11s %s%n",
          each.id(), each.version(), "-", "-", "-", state, "-");
    }
    if (!each.message().isEmpty()) {
      out.println("    " + each.message());
    }
  }

  private static ObjectNode json(Installed each) {
    ObjectNode line = JsonLine.object();
    line.put("id", each.id());
    line.put("version", each.version());
    line.put("state", state(each));
    line.put("message", each.message());
    line.put("origin", each.origin());
    line.put("folder", each.folder().toString());
    each.model().ifPresent(model -> details(each, model, line));
    return line;
  }

  private static void details(Installed each, ModelVersion model, ObjectNode line) {
    line.put("task", model.source().manifest().task());
    line.put("precision", model.source().manifest().precision());
    line.put("license", model.source().manifest().license());
    line.put("sha256", model.source().sha256());
    line.put("device", model.placement().device());
    line.put("deviceReason", model.placement().reason());
    line.put("loaded", model.loaded());
    line.put("bytes", model.bytes());
    line.put("verified", !each.unverified());
    line.put("goldenVectors", model.source().manifest().golden().size());
    model.source().manifest().channels().forEach(line.putArray("channels")::add);
    model
        .source()
        .manifest()
        .outputs()
        .forEach(output -> line.withArray("outputs").add(output.name()));
    ObjectNode thresholds = line.putObject("thresholds");
    model.source().manifest().thresholds().forEach(thresholds::put);
    ObjectNode card = line.putObject("card");
    model.source().manifest().card().forEach(card::put);
  }

  private static String state(Installed each) {
    return each.state().name().toLowerCase(Locale.ROOT);
  }
}
