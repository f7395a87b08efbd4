package org.nightjar.inference.internal.command;

import java.util.List;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar models promote}. */
@Component(service = Command.class)
public final class ModelsPromote implements Command {
  private final InferenceService service;

  /** The command for this service. */
  @Activate
  public ModelsPromote(@Reference InferenceService service) {
    this.service = service;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "models promote",
        "Make a version of a model live",
        "ID@VERSION",
        1,
        1,
        List.of(),
        "Its golden vectors must come out. Newer versions are passed over from then on; what waits"
            + " for the version before is still served by it.");
  }

  @Override
  public int run(CommandCall call) throws NightjarException, InterruptedException {
    String name = call.parameters().get(0);
    service.loaded().promote(name);
    if (call.json()) {
      call.out().println(JsonLine.write(JsonLine.object().put("live", name)));
    } else {
      call.out().println(name + " is live.");
    }
    return OK;
  }
}
