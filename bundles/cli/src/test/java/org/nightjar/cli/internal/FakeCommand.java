package org.nightjar.cli.internal;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;

/** A command that remembers its calls and does what the test says. */
final class FakeCommand implements Command {
  interface Work {
    int on(CommandCall call) throws NightjarException, InterruptedException;
  }

  final List<CommandCall> calls = new ArrayList<>();
  private final CommandSpec spec;
  private final Work work;

  FakeCommand(CommandSpec spec, Work work) {
    this.spec = spec;
    this.work = work;
  }

  /** {@code check PATH... [--task NAME]... [--profile NAME] [--quick]}. */
  static FakeCommand check(Work work) {
    return new FakeCommand(
        new CommandSpec(
            "check",
            "Judge files, 100% alone",
            "PATH...",
            1,
            Integer.MAX_VALUE,
            List.of(
                OptionSpec.values("task", "NAME", "Only this task"),
                OptionSpec.value("profile", "NAME", "Use this profile"),
                OptionSpec.flag("quick", "Do less")),
            "Example: nightjar check night/*.fits\n  50% of ${user.home}"),
        work);
  }

  static FakeCommand named(String name, Work work) {
    return new FakeCommand(new CommandSpec(name, "Does " + name, "", 0, 0, List.of(), ""), work);
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run(CommandCall call) throws NightjarException, InterruptedException {
    calls.add(call);
    return work.on(call);
  }

  CommandCall call() {
    return calls.get(calls.size() - 1);
  }
}
