package org.nightjar.itests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nightjar.api.error.NightjarException;
import org.nightjar.itests.runtime.Distribution;
import org.nightjar.json.JsonLine;

/**
 * The distribution, used as its users do: through {@code bin/nightjar}, on a data folder of its
 * own.
 */
public final class Nightjar {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path data;
  private final Path java;

  /** On this data folder. */
  public Nightjar(Path data) {
    this(data, Path.of(System.getProperty("java.home")));
  }

  private Nightjar(Path data, Path java) {
    this.data = data;
    this.java = java;
  }

  /** The same with another Java. */
  public Nightjar on(Path home) {
    return new Nightjar(data, home);
  }

  /** The data folder. */
  public Path data() {
    return data;
  }

  /** Runs a command to its end. */
  public Outcome run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("nightjar", ".out");
    Path err = Files.createTempFile("nightjar", ".err");
    try {
      Process process =
          builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError(
            "nightjar " + String.join(" ", arguments) + " hangs: " + Files.readString(err));
      }
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Starts a command, its output going to files in the data folder's neighbourhood. */
  public Process start(String... arguments) throws IOException {
    Path log = data.resolveSibling(data.getFileName() + ".log");
    return builder(arguments)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** The configuration file that the operator edits. */
  public void configure(String yaml) throws IOException {
    Files.createDirectories(data);
    Files.writeString(data.resolve("nightjar.yaml"), yaml);
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(Distribution.home().resolve("bin/nightjar").toString());
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("NIGHTJAR_DATA", data.toString());
    builder.environment().put("JAVA_HOME", java.toString());
    return builder;
  }

  /**
   * What a command left.
   *
   * @param exit exit status
   * @param out standard output
   * @param err standard error
   */
  public record Outcome(int exit, String out, String err) {
    /** Fails unless the exit status is this one. */
    public Outcome exits(int status) {
      assertThat(exit).as("exit status; out: %s, err: %s", out, err).isEqualTo(status);
      return this;
    }

    /** The output as JSON lines. */
    public List<ObjectNode> lines() throws NightjarException {
      List<ObjectNode> lines = new ArrayList<>();
      for (String line : out.lines().filter(text -> !text.isBlank()).toList()) {
        lines.add(JsonLine.read(line, "standard output"));
      }
      return lines;
    }
  }
}
