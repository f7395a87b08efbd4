package org.nightjar.simulation.internal.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.json.JsonLine;
import org.nightjar.simulation.internal.importer.BlockText;
import org.nightjar.simulation.internal.importer.SkyPyImport;
import org.nightjar.yaml.ProblemList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code nightjar simulate import}. */
@Component(service = Command.class)
public final class SimulateImport implements Command {
  /** Made by the component runtime. */
  @Activate
  public SimulateImport() {}

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "simulate import",
        "translates a description of SkyPy",
        "FILE",
        1,
        1,
        List.of(OptionSpec.value("seed", "N", "seed of the new description; 1")),
        """
        Tags that name functions known here become components. Every other tag is refused: there, it
        would run any Python function. Nothing is run here. With --json the description is one line.
        Example:
          nightjar simulate import sdss_photometry.yml > sky.yaml""");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    Path file = call.path(call.parameters().get(0));
    long seed =
        WholeOption.parse(
            "--seed", call.option("seed").orElse("1"), Long.MIN_VALUE, Long.MAX_VALUE);
    ProblemList problems = new ProblemList(file);
    Optional<ObjectNode> json = SkyPyImport.read(file, seed, problems);
    if (json.isEmpty()) {
      Description.say(call, problems.inOrder());
      return FAILED;
    }
    if (call.json()) {
      call.out().println(JsonLine.write(json.get()));
    } else {
      call.out().print(BlockText.of(json.get()));
      call.out().flush();
    }
    return OK;
  }
}
