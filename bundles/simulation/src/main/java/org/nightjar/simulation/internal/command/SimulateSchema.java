package org.nightjar.simulation.internal.command;

import java.util.List;
import java.util.TreeSet;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.json.JsonLine;
import org.nightjar.simulation.internal.language.Schema;
import org.nightjar.simulation.internal.registry.InstalledModels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar simulate schema}. */
@Component(service = Command.class)
public final class SimulateSchema implements Command {
  private final InstalledModels installed;

  /** Made by the component runtime. */
  @Activate
  public SimulateSchema(@Reference InstalledModels installed) {
    this.installed = installed;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "simulate schema",
        "the JSON Schema of descriptions, for editors",
        "",
        0,
        0,
        List.of(),
        """
        An editor that knows JSON Schema completes and checks descriptions with it. It holds the
        components that are installed now.
        Example:
          nightjar simulate schema > sky.schema.json""");
  }

  @Override
  public int run(CommandCall call) {
    Schema schema =
        new Schema(installed.components().values(), new TreeSet<>(installed.writers().keySet()));
    call.out().println(JsonLine.write(schema.json()));
    return OK;
  }
}
