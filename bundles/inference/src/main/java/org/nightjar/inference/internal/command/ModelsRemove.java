package org.nightjar.inference.internal.command;

import java.util.List;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.model.Installed;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar models remove}. */
@Component(service = Command.class)
public final class ModelsRemove implements Command {
  private final InferenceService service;

  /** The command for this service. */
  @Activate
  public ModelsRemove(@Reference InferenceService service) {
    this.service = service;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "models remove",
        "Remove an installed model",
        "ID|ID@VERSION",
        1,
        1,
        List.of(),
        "What waits for the model is finished first. ID alone removes every version.");
  }

  @Override
  public int run(CommandCall call) throws NightjarException, InterruptedException {
    for (Installed each : service.loaded().remove(call.parameters().get(0))) {
      if (call.json()) {
        call.out()
            .println(
                JsonLine.write(
                    JsonLine.object()
                        .put("id", each.id())
                        .put("version", each.version())
                        .put("removed", true)));
      } else {
        call.out().println("Removed " + each.label() + ".");
      }
    }
    return OK;
  }
}
