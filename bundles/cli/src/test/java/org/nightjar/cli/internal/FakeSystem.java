package org.nightjar.cli.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.nightjar.api.command.Command;
import org.nightjar.api.error.Problem;
import org.nightjar.configuration.ConfigurationFile;
import org.nightjar.environment.Readiness;

/** A system around the command line, whose state the test sets. */
public final class FakeSystem implements ConfigurationFile, Readiness {
  final List<Problem> problems = new ArrayList<>();
  final List<String> missing = new ArrayList<>();
  private final List<String> added = new CopyOnWriteArrayList<>();
  final Commands commands = new Commands();
  final CommandRunner runner = new CommandRunner(commands, new Gate(this, this));
  private volatile StringWriter out = new StringWriter();
  private volatile StringWriter err = new StringWriter();
  boolean terminal;
  boolean local = true;
  boolean gone;

  FakeSystem with(Command command) {
    return with(command, Map.of());
  }

  public FakeSystem with(Command command, Map<String, Object> properties) {
    commands.addCommand(command, properties);
    return this;
  }

  public int run(String... args) {
    out = new StringWriter();
    err = new StringWriter();
    Console console =
        new Console(
            Path.of("/somewhere"),
            new PrintWriter(out, true),
            new PrintWriter(err),
            terminal,
            local,
            () -> gone);
    return runner.run(List.of(args), console);
  }

  public String out() {
    return out.toString();
  }

  public List<String> added() {
    return List.copyOf(added);
  }

  String err() {
    return err.toString();
  }

  @Override
  public Path file() {
    return Path.of("/etc/nightjar.yaml");
  }

  @Override
  public List<Problem> problems() {
    return problems;
  }

  @Override
  public void add(String section, String key, List<String> values) {
    added.add(section + "." + key + values);
  }

  @Override
  public List<String> await(Duration atMost) {
    return missing;
  }

  @Override
  public long startedMillis() {
    return ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
  }
}
