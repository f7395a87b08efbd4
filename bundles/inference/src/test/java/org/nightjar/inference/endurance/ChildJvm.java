package org.nightjar.inference.endurance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of these tests in a JVM of its own, whose memory is nobody else's. */
final class ChildJvm {
  private final Path folder;

  ChildJvm(Path folder) {
    this.folder = folder;
  }

  /**
   * What it said and how it ended.
   *
   * @param status exit status
   * @param lines what it wrote
   */
  record End(int status, List<String> lines) {
    /** The value that it wrote behind a name. */
    String value(String name) {
      return lines.stream()
          .filter(line -> line.startsWith(name + " "))
          .map(line -> line.substring(name.length() + 1))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no '" + name + "' in " + lines));
    }

    long number(String name) {
      return Long.parseLong(value(name));
    }
  }

  /**
   * Runs it to its end.
   *
   * @param limit of the address space in KiB; 0 for none
   */
  End run(Class<?> program, long limit, long seconds, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    List<String> command = new ArrayList<>();
    command.add("bash");
    command.add("-c");
    command.add((limit > 0 ? "ulimit -v " + limit + "; " : "") + "exec \"$@\"");
    command.add("child");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(program.getName());
    command.add(folder.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(said.toFile());
    builder.environment().put("ORT_DISABLE_TELEMETRY", "1");
    // Many arenas of the C library reserve address space that nobody uses.
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    Process process = builder.start();
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("it did not end: " + Files.readString(said));
    }
    return new End(process.exitValue(), Files.readAllLines(said));
  }
}
