package org.nightjar.simulation.internal.command;

import java.nio.file.Path;
import java.util.List;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.simulation.internal.certify.CaseRun;
import org.osgi.service.component.annotations.Component;

/** {@code nightjar simulate validate}. */
@Component(service = Command.class)
public final class SimulateValidate implements Command {
  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "simulate validate",
        "Compare the simulator's models with reference cases",
        "",
        0,
        0,
        List.of(OptionSpec.value("cases", "FILE", "the cases, as JSON")),
        """
        Evaluates every check of the file and prints a line for each: passed, failed, or
        not-evaluated where no model here knows the quantity or one of its inputs, and where a value
        is only for the record. The exit status is 1 if one failed. With --json the lines are
        {"case", "quantity", "result", "got", "expected"}, and the certificate goes to the messages.
        Example: nightjar simulate validate --cases simulation-cases.json""");
  }

  @Override
  public int run(CommandCall call) throws NightjarException {
    Path cases =
        call.option("cases")
            .map(call::path)
            .orElseThrow(
                () ->
                    NightjarException.of(
                        StandardError.BAD_ARGUMENT,
                        "no file of cases is named",
                        "--cases",
                        "Name one: --cases FILE."));
    return new CaseRun(call).run(cases) ? OK : FOUND;
  }
}
