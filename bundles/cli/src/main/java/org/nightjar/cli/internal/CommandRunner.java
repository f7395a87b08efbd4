package org.nightjar.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.command.Command;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs command lines, whoever typed them. */
@Component(service = CommandRunner.class)
public final class CommandRunner {
  private static final Logger LOG = LoggerFactory.getLogger(CommandRunner.class);

  private final Commands commands;
  private final Gate gate;

  /** Made by the component runtime. */
  @Activate
  public CommandRunner(@Reference Commands commands, @Reference Gate gate) {
    this.commands = commands;
    this.gate = gate;
  }

  /** Runs one command line and returns its exit status; never throws. */
  int run(List<String> args, Console console) {
    Complaint complaint = new Complaint(console, GlobalOptions.json(args));
    try {
      return admitted(args, complaint) ? parse(args, console, complaint) : Command.FAILED;
    } catch (ParameterException e) {
      complaint.show(WrongUse.of(e));
    } catch (NightjarException e) {
      LOG.debug("The command failed", e);
      complaint.show(e.problem());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      complaint.show(Problem.of(StandardError.CANCELLED, "the command was interrupted", "", ""));
    } catch (RuntimeException | Error e) {
      LOG.error("The command {} failed", args, e);
      complaint.show(
          Problem.of(
              StandardError.INTERNAL, e.toString(), "", "The log in the data folder says more."));
    } finally {
      console.out().flush();
      console.err().flush();
    }
    return Command.FAILED;
  }

  private boolean admitted(List<String> args, Complaint complaint) throws InterruptedException {
    if (GlobalOptions.asksOnly(args)) {
      gate.awaitForHelp();
      return true;
    }
    if (commands.named(GlobalOptions.words(args)).map(RegisteredCommand::always).orElse(false)) {
      return true;
    }
    List<Problem> obstacles = gate.obstacles();
    complaint.show(obstacles);
    return obstacles.isEmpty();
  }

  private int parse(List<String> args, Console console, Complaint complaint)
      throws NightjarException, InterruptedException {
    CommandLine line = CommandTree.of(commands.all(), console.terminal());
    ParseResult root = line.parseArgs(args.toArray(String[]::new));
    line.setOut(console.out()).setErr(console.err());
    if (CommandLine.executeHelpRequest(root) != null) {
      return Command.OK;
    }
    ParseResult leaf = root;
    boolean json = root.hasMatchedOption(GlobalOptions.JSON);
    refuseOtherConfiguration(root, console);
    while (leaf.hasSubcommand()) {
      leaf = leaf.subcommand();
      json |= leaf.hasMatchedOption(GlobalOptions.JSON);
      refuseOtherConfiguration(leaf, console);
    }
    if (!(leaf.commandSpec().userObject() instanceof RegisteredCommand command)) {
      leaf.commandSpec().commandLine().usage(console.err());
      return Command.FAILED;
    }
    if (command.local() && !console.local()) {
      complaint.show(alreadyRunning(command));
      return Command.FAILED;
    }
    ParsedCall call = new ParsedCall(leaf, json, console);
    WrongUse.check(command, call.parameters());
    try {
      return command.command().run(call);
    } finally {
      call.end();
    }
  }

  /** The launcher has acted on {@code --config}; a server that runs already has not. */
  private void refuseOtherConfiguration(ParseResult parsed, Console console)
      throws NightjarException {
    Optional<String> asked =
        Optional.ofNullable(parsed.matchedOptionValue(GlobalOptions.CONFIG, null));
    if (asked.isPresent()) {
      Path file = console.directory().resolve(asked.get()).normalize();
      if (!file.equals(gate.configuration().file())) {
        throw NightjarException.of(
            StandardError.CONFLICT,
            "the configuration in force is another file",
            gate.configuration().file().toString(),
            "A server runs on this data folder: stop it, or leave --config out.");
      }
    }
  }

  private static Problem alreadyRunning(RegisteredCommand command) {
    return Problem.of(
        StandardError.CONFLICT,
        "'" + command.spec().name() + "' starts a process of its own, and a server runs already",
        "",
        "Stop the server, or name another data folder by --data.");
  }
}
