package org.nightjar.cli.internal;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.command.CommandCall;
import picocli.CommandLine.ParseResult;

/** A call as picocli understood it. */
final class ParsedCall implements CommandCall {
  private final ParseResult parsed;
  private final boolean json;
  private final Console console;
  private final ProgressBar bar;
  private final PrintWriter out;
  private final PrintWriter err;

  ParsedCall(ParseResult parsed, boolean json, Console console) {
    this.parsed = parsed;
    this.json = json;
    this.console = console;
    this.bar = new ProgressBar(console.err(), System::nanoTime);
    this.out = new PrintWriter(new AroundBar(console.out(), bar), true);
    this.err = new PrintWriter(new AroundBar(console.err(), bar), true);
  }

  @Override
  public Path directory() {
    return console.directory();
  }

  @Override
  public List<String> parameters() {
    return parsed.matchedPositionals().stream()
        .limit(1) // the one that every command has, named once for each value
        .flatMap(positional -> positional.stringValues().stream())
        .toList();
  }

  @Override
  public Optional<String> option(String name) {
    return options(name).stream().findFirst();
  }

  @Override
  public List<String> options(String name) {
    return parsed.hasMatchedOption("--" + name)
        ? List.copyOf(parsed.matchedOption("--" + name).stringValues())
        : List.of();
  }

  @Override
  public boolean flag(String name) {
    return name.equals("json") ? json : parsed.hasMatchedOption("--" + name);
  }

  @Override
  public PrintWriter out() {
    return out;
  }

  @Override
  public PrintWriter err() {
    return err;
  }

  @Override
  public void progress(long done, long total, String doing) {
    if (console.terminal() && !json) {
      bar.draw(done, total, doing);
    }
  }

  @Override
  public boolean cancelled() {
    return console.gone().getAsBoolean();
  }

  /** Leaves the terminal as a shell wants it. */
  void end() {
    bar.clear();
    out.flush();
    err.flush();
  }
}
