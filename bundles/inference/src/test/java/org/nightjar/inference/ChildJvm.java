package org.nightjar.inference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A test's class in a JVM of its own: what it does to a process must not end the build, and native
 * libraries are chosen once for a process.
 */
public final class ChildJvm {
  private static final int MOST_MINUTES = 5;

  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private String before = "";

  /**
   * How it ended.
   *
   * @param status 0 if all was well; 128 and more if the process was killed or crashed
   * @param output what it wrote
   */
  public record Ended(int status, String output) {}

  /** Adds an option of Java. */
  public ChildJvm option(String option) {
    options.add(option);
    return this;
  }

  /** Sets a variable of the environment. */
  public ChildJvm variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /**
   * Limits the address space of the process, so that memory runs out there and not on the machine.
   * Java itself claims some 700 MB of it.
   */
  public ChildJvm addressSpace(int megabytes) {
    before = "ulimit -v " + (long) megabytes * 1024 + "; ";
    return option("-Xmx128m")
        .option("-XX:ReservedCodeCacheSize=48m")
        .option("-XX:CompressedClassSpaceSize=32m");
  }

  /** Runs a class until it ends. */
  public Ended run(Class<?> main, Object... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    // The shell sets the limits and becomes Java.
    line.addAll(List.of("sh", "-c", before + "exec \"$0\" \"$@\""));
    line.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:-CreateCoredumpOnCrash"));
    line.addAll(options);
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    for (Object argument : arguments) {
      line.add(argument.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
        throw new IOException("the child did not end: " + output);
      }
      return new Ended(process.exitValue(), output);
    } finally {
      process.destroyForcibly();
    }
  }
}
