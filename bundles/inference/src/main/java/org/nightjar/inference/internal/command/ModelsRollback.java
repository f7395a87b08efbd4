package org.nightjar.inference.internal.command;

import java.util.List;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.model.ModelVersion;
import org.nightjar.inference.internal.service.InferenceService;
import org.nightjar.json.JsonLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar models rollback}. */
@Component(service = Command.class)
public final class ModelsRollback implements Command {
  private final InferenceService service;

  /** The command for this service. */
  @Activate
  public ModelsRollback(@Reference InferenceService service) {
    this.service = service;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "models rollback",
        "Take the live version of a model back",
        "ID",
        1,
        1,
        List.of(OptionSpec.value("why", "TEXT", "the reason, for whoever looks later")),
        "The version that was live before is live again, at once if it is still kept loaded. What"
            + " waits for the one that is taken back is asked of the other, or answered WITHDRAWN.");
  }

  @Override
  public int run(CommandCall call) throws NightjarException, InterruptedException {
    String id = call.parameters().get(0);
    ModelVersion live =
        service.loaded().rollback(id, call.option("why").orElse("an operator said so"));
    if (call.json()) {
      call.out().println(JsonLine.write(JsonLine.object().put("live", live.label())));
    } else {
      call.out().println(live.label() + " is live again.");
    }
    return OK;
  }
}
