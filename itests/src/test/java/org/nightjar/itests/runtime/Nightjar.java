package org.nightjar.itests.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of {@code bin/nightjar} as a process of its own. */
final class Nightjar implements AutoCloseable {
  private static final long SECONDS = 120;

  private final Process process;
  private final Path out;
  private final Path err;

  private Nightjar(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts the script.
   *
   * @param folder where the output goes, and what the process has as its current folder
   * @param javaHome the Java to use
   */
  static Nightjar start(Path script, Path folder, Path javaHome, String... args)
      throws IOException {
    List<String> line = new ArrayList<>(List.of(script.toString()));
    line.addAll(List.of(args));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", javaHome.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("NIGHTJAR_"));
    return new Nightjar(builder.start(), out, err);
  }

  int exit() throws InterruptedException {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError(
          "still running after " + SECONDS + " s; its standard error: " + err());
    }
    return process.exitValue();
  }

  String out() {
    return read(out);
  }

  String err() {
    return read(err);
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** SIGKILL for what a failed test leaves behind. */
  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }
}
