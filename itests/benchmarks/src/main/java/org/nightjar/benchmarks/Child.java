package org.nightjar.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of somebody else, run as a child; its CPU time is what the shell says of it. */
final class Child {
  private static final long LONGEST_MINUTES = 9;

  private Child() {}

  /** Whether a program is there. */
  static boolean present(String program) {
    try {
      return new ProcessBuilder("sh", "-c", "command -v " + program)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Runs a program to its end; returns what it printed. */
  static String output(Path folder, List<String> command) throws Exception {
    Path out = Files.createTempFile("bench", ".out");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException(command.get(0) + " did not end");
    }
    String text = Files.readString(out, StandardCharsets.UTF_8);
    Files.delete(out);
    if (process.exitValue() != 0) {
      throw new IOException(command + " ended with " + process.exitValue() + ": " + text);
    }
    return text;
  }

  /** Runs a program; returns user and system seconds that it took. */
  static double cpuSeconds(Path folder, String command) throws Exception {
    String times =
        output(
            folder,
            List.of("bash", "-c", "TIMEFORMAT='%3U %3S'; time " + command + " > /dev/null 2>&1"));
    String[] parts = times.strip().split("\\s+");
    return Double.parseDouble(parts[parts.length - 2])
        + Double.parseDouble(parts[parts.length - 1]);
  }
}
