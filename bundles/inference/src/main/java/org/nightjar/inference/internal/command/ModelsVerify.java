package org.nightjar.inference.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.golden.Difference;
import org.nightjar.inference.internal.model.Catalogue;
import org.nightjar.inference.internal.model.Installed;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar models verify}. */
@Component(service = Command.class)
public final class ModelsVerify implements Command {
  private final InferenceService service;

  /** The command for this service. */
  @Activate
  public ModelsVerify(@Reference InferenceService service) {
    this.service = service;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "models verify",
        "Run the golden vectors of installed models again",
        "[ID|ID@VERSION]",
        0,
        1,
        List.of(),
        "Reads each package from disk again and shows the worst difference of each output. Exit"
            + " status 1 if a model does not come out or has no golden vectors.");
  }

  @Override
  public int run(CommandCall call) throws NightjarException, InterruptedException {
    Catalogue catalogue = service.loaded();
    List<Installed> chosen = catalogue.named(call.parameters().stream().findFirst());
    int status = OK;
    for (int i = 0; i < chosen.size() && !call.cancelled(); i++) {
      call.progress(i, chosen.size(), "verifying " + chosen.get(i).label());
      status = Math.max(status, verify(catalogue, chosen.get(i), call));
    }
    return status;
  }

  private static int verify(Catalogue catalogue, Installed each, CommandCall call)
      throws InterruptedException {
    try {
      Catalogue.Verification verification = catalogue.verify(each);
      List<Difference> differences = verification.differences();
      if (differences.isEmpty()) {
        return fail(each, "no golden vectors", call);
      }
      Map<String, Difference> worst = new LinkedHashMap<>();
      for (Difference difference : differences) {
        worst.merge(difference.output(), difference, ModelsVerify::worse);
      }
      int status = OK;
      for (Difference difference : worst.values()) {
        show(each, difference, verification.device(), call);
        status = difference.accepted() ? status : FOUND;
      }
      return status;
    } catch (NightjarException e) {
      return fail(each, e.getMessage(), call);
    }
  }

  // Tolerances differ between vectors: the worse one is nearer to, or further beyond, its own.
  private static Difference worse(Difference a, Difference b) {
    if (a.accepted() != b.accepted()) {
      return a.accepted() ? b : a;
    }
    return b.difference() > a.difference() ? b : a;
  }

  private static void show(Installed each, Difference worst, String device, CommandCall call) {
    if (call.json()) {
      call.out()
          .println(
              JsonLine.write(
                  JsonLine.object()
                      .put("id", each.id())
                      .put("version", each.version())
                      .put("ok", worst.accepted())
                      .put("device", device)
                      .put("output", worst.output())
                      .put("vector", worst.vector())
                      .put("element", worst.element())
                      .put("expected", worst.expected())
                      .put("got", worst.got())
                      .put("difference", worst.difference())
                      .put("tolerance", worst.tolerance())));
      return;
    }
    call.out()
        .printf(
            Locale.ROOT,
            "%s on %s: %s %s, worst |difference| %.3g of %.3g allowed (vector '%s'%s: got %.9g,"
                + " expected %.9g)%n",
            each.label(),
            device,
            worst.output(),
            worst.accepted() ? "comes out" : "DOES NOT COME OUT",
            worst.difference(),
            worst.tolerance(),
            worst.vector(),
            worst.element().isEmpty() ? "" : ", element " + worst.element(),
            worst.got(),
            worst.expected());
  }

  private static int fail(Installed each, String message, CommandCall call) {
    if (call.json()) {
      call.out()
          .println(
              JsonLine.write(
                  JsonLine.object()
                      .put("id", each.id())
                      .put("version", each.version())
                      .put("ok", false)
                      .put("message", message)));
    } else {
      call.out().println(each.label() + ": " + message);
    }
    return FOUND;
  }
}
