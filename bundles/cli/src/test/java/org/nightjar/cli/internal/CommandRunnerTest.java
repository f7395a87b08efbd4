package org.nightjar.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;

class CommandRunnerTest {
  private final FakeCommand check =
      FakeCommand.check(
          call -> {
            call.out().println("checked");
            return 1;
          });
  private final FakeSystem system =
      new FakeSystem()
          .with(check)
          .with(FakeCommand.named("models add", call -> 0))
          .with(FakeCommand.named("models list", call -> 0))
          .with(FakeCommand.named("tasks", call -> 0))
          .with(FakeCommand.named("tasks host", call -> 2));

  @Test
  void argumentsArriveAsTyped() {
    assertThat(system.run("check", "a b.fits", "--task", "x", "--task=y", "--", "--quick"))
        .isEqualTo(1);
    assertThat(system.out()).isEqualTo("checked\n");
    assertThat(check.call().parameters()).containsExactly("a b.fits", "--quick");
    assertThat(check.call().options("task")).containsExactly("x", "y");
    assertThat(check.call().option("profile")).isEmpty();
    assertThat(check.call().flag("quick")).isFalse();
    assertThat(check.call().json()).isFalse();
    assertThat(check.call().path("../x/y")).isEqualTo(Path.of("/x/y"));
    assertThat(check.call().path("/abs")).isEqualTo(Path.of("/abs"));
  }

  @Test
  void argumentsAreNeverReadAsAnythingElse() {
    system.run("check", "@args", "${user.home}", "'quoted'", "--profile", "a=b");
    assertThat(check.call().parameters()).containsExactly("@args", "${user.home}", "'quoted'");
    assertThat(check.call().option("profile")).contains("a=b");
  }

  @Test
  void jsonMayStandBeforeOrAfterTheCommand() {
    system.run("--json", "check", "x");
    assertThat(check.call().json()).isTrue();
    system.run("check", "x", "--json", "--quick");
    assertThat(check.call().json()).isTrue();
    assertThat(check.call().flag("quick")).isTrue();
  }

  @Test
  void nestedNamesWorkAndTheNameOfAGroupMayBeACommand() {
    assertThat(system.run("models", "add")).isZero();
    assertThat(system.run("tasks")).isZero();
    assertThat(system.run("tasks", "host")).isEqualTo(2);
    assertThat(system.run("models")).isEqualTo(2);
    assertThat(system.err()).contains("Usage: nightjar models", "add", "list");
  }

  @Test
  void mistakesGetASuggestion() {
    assertThat(system.run("chek", "x")).isEqualTo(2);
    assertThat(system.err())
        .isEqualTo(
            "nightjar: BAD_ARGUMENT there is no command 'chek'\n"
                + "  Did you mean check or help? See nightjar --help.\n");
    assertThat(system.run("check", "x", "--taks", "y")).isEqualTo(2);
    assertThat(system.err())
        .contains("no option '--taks'", "Did you mean --task", "See nightjar check --help.");
    assertThat(system.run("check")).isEqualTo(2);
    assertThat(system.err()).contains("PATH... is missing", "See nightjar check --help.");
    system.with(
        new FakeCommand(new CommandSpec("one", "", "[FILE]", 0, 1, List.of(), ""), call -> 0));
    assertThat(system.run("one")).isZero();
    assertThat(system.run("one", "a")).isZero();
    assertThat(system.run("one", "a", "b")).isEqualTo(2);
    assertThat(system.err()).contains("one argument too many: 'b'");
    assertThat(system.run("check", "x", "--profile")).isEqualTo(2);
    assertThat(system.err()).contains("--profile");
    assertThat(system.run("check", "x", "--profile", "a", "--profile", "b")).isEqualTo(2);
    assertThat(system.run("models", "add", "extra")).isEqualTo(2);
    assertThat(system.err()).contains("one argument too many: 'extra'");
    assertThat(check.calls).isEmpty();
  }

  @Test
  void withJsonAMistakeIsALineOfJson() {
    assertThat(system.run("check", "x", "--nothing", "--json")).isEqualTo(2);
    assertThat(system.out())
        .startsWith("{\"problem\":{\"number\":1,\"code\":\"BAD_ARGUMENT\",\"category\":\"USER\"")
        .endsWith("}}\n")
        .hasLineCount(1);
    assertThat(system.err()).isEmpty();
  }

  @Test
  void helpNamesEverythingOnce() {
    assertThat(system.run("--help")).isZero();
    assertThat(system.out())
        .contains("Usage: nightjar", "check", "Judge files, 100% alone", "models", "add, list")
        .contains("--json", "--data=DIR", "--config=FILE", "Exit status");
    assertThat(system.run("check", "--help")).isZero();
    assertThat(system.out())
        .contains("Usage: nightjar check", "PATH...", "--task=NAME", "--quick", "--json")
        .contains("Example: nightjar check night/*.fits", "50% of ${user.home}");
    assertThat(system.run("help", "check")).isZero();
    assertThat(system.out()).contains("Usage: nightjar check");
    assertThat(system.run()).isEqualTo(2);
    assertThat(system.err()).contains("Usage: nightjar");
  }

  @Test
  void versionsAreShownAnywhere() {
    for (String[] args :
        new String[][] {{"--version"}, {"-V"}, {"check", "--version"}, {"models", "--version"}}) {
      assertThat(system.run(args)).isZero();
      assertThat(system.out()).contains("nightjar ", "plugin-api ", "java 1");
    }
  }

  @Test
  void problemsAreShownWithPlaceAndRemedy() {
    FakeSystem broken =
        new FakeSystem()
            .with(
                FakeCommand.named(
                    "fail",
                    call -> {
                      call.out().println("{}");
                      throw NightjarException.of(
                          StandardError.TRUNCATED, "it ends early", "a.fits:3", "Copy it again.");
                    }));
    assertThat(broken.run("fail")).isEqualTo(2);
    assertThat(broken.err())
        .isEqualTo("nightjar: TRUNCATED it ends early (a.fits:3)\n  Copy it again.\n");
    assertThat(broken.run("fail", "--json")).isEqualTo(2);
    assertThat(broken.out())
        .isEqualTo(
            "{}\n{\"problem\":{\"number\":102,\"code\":\"TRUNCATED\",\"category\":\"DATA\","
                + "\"message\":\"it ends early\",\"place\":\"a.fits:3\","
                + "\"remedy\":\"Copy it again.\"}}\n");
  }

  @Test
  void adefectIsAProblemToo() {
    FakeSystem broken =
        new FakeSystem()
            .with(
                FakeCommand.named(
                    "fail",
                    call -> {
                      throw new IllegalStateException("oops");
                    }));
    assertThat(broken.run("fail")).isEqualTo(2);
    assertThat(broken.err()).startsWith("nightjar: INTERNAL ").contains("oops", "log");
  }

  @Test
  void aWrongConfigurationStopsAllButTheCommandsThatMendIt() {
    system.with(
        FakeCommand.named("config check", call -> 1), Map.of("nightjar.command.always", true));
    Problem one = Problem.of(StandardError.BAD_CONFIGURATION, "a", "f:1", "x");
    Problem two = Problem.of(StandardError.BAD_CONFIGURATION, "b", "f:2", "y");
    system.problems.addAll(List.of(one, two));
    assertThat(system.run("check", "x")).isEqualTo(2);
    assertThat(system.err())
        .isEqualTo(
            "nightjar: BAD_CONFIGURATION a (f:1)\n  x\nnightjar: BAD_CONFIGURATION b (f:2)\n  y\n");
    assertThat(check.calls).isEmpty();
    assertThat(system.run("--config", "/etc/nightjar.yaml", "config", "check")).isEqualTo(1);
    assertThat(system.run("--help")).isZero();
  }

  @Test
  void whatIsMissingIsSaid() {
    system.missing.add("a waits for b");
    assertThat(system.run("check", "x", "--json")).isEqualTo(2);
    assertThat(system.out()).contains("UNAVAILABLE", "a waits for b");
    assertThat(check.calls).isEmpty();
  }

  @Test
  void aServerKeepsItsOwnConfigurationAndRefusesToRunAnother() {
    system.with(FakeCommand.named("run", call -> 0), Map.of("nightjar.command.local", true));
    assertThat(system.run("check", "x", "--config", "../etc/nightjar.yaml")).isEqualTo(1);
    assertThat(system.run("check", "x", "--config", "other.yaml")).isEqualTo(2);
    assertThat(system.err()).contains("CONFLICT", "/etc/nightjar.yaml");
    assertThat(system.run("run")).isZero();
    system.local = false;
    assertThat(system.run("run")).isEqualTo(2);
    assertThat(system.err()).contains("CONFLICT", "--data");
  }

  @Test
  void commandsComeAndGoAndTheFirstOfTwoWins() {
    FakeCommand late = FakeCommand.named("late", call -> 0);
    FakeCommand later = FakeCommand.named("late", call -> 1);
    system.with(late, Map.of("service.id", 7L)).with(later, Map.of("service.id", 8L));
    assertThat(system.run("late")).isZero();
    system.commands.removeCommand(late);
    assertThat(system.run("late")).isEqualTo(1);
    system.commands.removeCommand(later);
    assertThat(system.run("late")).isEqualTo(2);
  }

  @Test
  void aPluginsBrokenDescriptionDoesNotBreakTheOthers() {
    system.with(FakeCommand.named("Bad Name!", call -> 0));
    assertThat(system.run("check", "x")).isEqualTo(1);
  }

  @Test
  void theBarIsDrawnOnATerminalOnly() {
    FakeSystem slow =
        new FakeSystem()
            .with(
                FakeCommand.named(
                    "slow",
                    call -> {
                      call.progress(1, 4, "a\u001b[2Jb.fits");
                      call.progress(2, 4, "too soon");
                      call.out().println("one");
                      call.progress(4, 4, "end");
                      return call.cancelled() ? 1 : 0;
                    }));
    slow.run("slow");
    assertThat(slow.err()).isEmpty();
    slow.terminal = true;
    slow.run("slow", "--json");
    assertThat(slow.err()).isEmpty();
    assertThat(slow.run("slow")).isZero();
    assertThat(slow.err())
        .contains("\r[#######                       ] 1/4  a?[2Jb.fits")
        .doesNotContain("too soon", "\u001b")
        .contains("4/4  end")
        .endsWith(" \r");
    assertThat(slow.out()).isEqualTo("one\n");
    slow.gone = true;
    assertThat(slow.run("slow")).isEqualTo(1);
  }
}
