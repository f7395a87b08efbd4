package org.nightjar.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code nightjar check} of a folder of exposures: how many a minute, and how much memory. */
final class Throughput {
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  /** Peak memory with many exposures over that with few, at the most. */
  private static final double FLAT = 1.25;

  private final Surroundings around;

  Throughput(Surroundings around) {
    this.around = around;
  }

  /** Checks few and then many exposures. Says whether memory stayed flat. */
  boolean run(int few, int many) throws Exception {
    Path folder = around.folder().resolve("exposures");
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    float[] pixels = Frames.pixels(1);
    for (int i = 0; i < many; i++) {
      Path file = folder.resolve("exposure-" + i + ".fits");
      // Each differs in its date and in a few rows: as much work, but no duplicate of another.
      for (int x = 0; x < Frames.WIDTH; x++) {
        pixels[x] += i;
      }
      Frames.write(file, pixels, i);
      files.add(file);
    }
    Peak small = check(files.subList(0, few), "data-few");
    Peak large = check(files, "data-many");
    for (Path file : files) {
      Files.delete(file);
    }
    double ratio = (double) large.kilobytes / small.kilobytes;
    System.out.printf(
        Locale.ROOT,
        "check of %d exposures of 2048 x 4096: %.1f a minute, %.1f CPU-s each, peak %d MB;"
            + " of %d: peak %d MB; ratio %.2f, wanted at most %.2f: %s%n",
        many,
        60 * many / large.seconds,
        large.cpuSeconds / many,
        large.kilobytes / 1024,
        few,
        small.kilobytes / 1024,
        ratio,
        FLAT,
        ratio <= FLAT ? "met" : "NOT MET");
    return ratio <= FLAT;
  }

  private record Peak(long kilobytes, double seconds, double cpuSeconds) {}

  private Peak check(List<Path> files, String data) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(around.distribution().resolve("bin/nightjar").toString());
    command.add("check");
    command.add("--data");
    command.add(around.folder().resolve(data).toString());
    files.forEach(file -> command.add(file.toString()));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(around.folder().resolve(data + ".txt").toFile())
            .start();
    long peak = 0;
    double cpu = 0;
    while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peak(process.pid()));
      cpu = process.info().totalCpuDuration().map(taken -> taken.toMillis() / 1000.0).orElse(cpu);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() > 1) {
      throw new IOException(
          "check ended with "
              + process.exitValue()
              + ": see "
              + around.folder().resolve(data + ".txt"));
    }
    return new Peak(peak, seconds, cpu);
  }

  private static long peak(long pid) {
    try {
      Matcher line = PEAK.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
      return line.find() ? Long.parseLong(line.group(1)) : 0;
    } catch (IOException e) {
      return 0; // it has just ended
    }
  }
}
