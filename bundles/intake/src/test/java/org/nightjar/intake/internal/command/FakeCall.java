package org.nightjar.intake.internal.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.command.CommandCall;

/** A call whose output is kept. */
final class FakeCall implements CommandCall {
  private final Path directory;
  private final List<String> parameters;
  private final Map<String, List<String>> options;
  private final Set<String> flags;
  private final StringWriter out = new StringWriter();
  private final PrintWriter printer = new PrintWriter(out);
  private final StringWriter err = new StringWriter();
  private final PrintWriter messages = new PrintWriter(err, true);
  final List<String> progress = new ArrayList<>();
  boolean goneOnceWaiting;

  FakeCall(
      Path directory, List<String> parameters, Map<String, List<String>> options, String... flags) {
    this.directory = directory;
    this.parameters = parameters;
    this.options = options;
    this.flags = Set.of(flags);
  }

  List<String> lines() {
    printer.flush();
    return out.toString().lines().toList();
  }

  String messages() {
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
    return options(name).stream().findFirst();
  }

  @Override
  public List<String> options(String name) {
    return options.getOrDefault(name, List.of());
  }

  @Override
  public boolean flag(String name) {
    return flags.contains(name);
  }

  @Override
  public PrintWriter out() {
    return printer;
  }

  @Override
  public PrintWriter err() {
    return messages;
  }

  @Override
  public void progress(long done, long total, String doing) {
    progress.add(done + "/" + total + " " + doing);
  }

  @Override
  public boolean cancelled() {
    return goneOnceWaiting && progress.stream().anyMatch(each -> each.endsWith("to judge"));
  }
}
