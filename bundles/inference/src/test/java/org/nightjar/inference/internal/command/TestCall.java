package org.nightjar.inference.internal.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.command.CommandCall;

/** A call that keeps what is printed. */
final class TestCall implements CommandCall {
  private final Path directory;
  private final List<String> parameters;
  private final Map<String, String> options;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  TestCall(Path directory, Map<String, String> options, String... parameters) {
    this.directory = directory;
    this.options = options;
    this.parameters = List.of(parameters);
  }

  String printed() {
    return out.toString();
  }

  String warned() {
    return err.toString();
  }

  @Override
  public Path directory() {
    return directory;
  }

  @Override
  public List<String> parameters() {
    return parameters;
  }

  @Override
  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  @Override
  public List<String> options(String name) {
    return option(name).stream().toList();
  }

  @Override
  public boolean flag(String name) {
    return options.containsKey(name);
  }

  @Override
  public PrintWriter out() {
    return new PrintWriter(out, true);
  }

  @Override
  public PrintWriter err() {
    return new PrintWriter(err, true);
  }

  @Override
  public void progress(long done, long total, String doing) {}

  @Override
  public boolean cancelled() {
    return false;
  }
}
