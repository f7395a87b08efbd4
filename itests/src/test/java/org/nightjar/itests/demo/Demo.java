package org.nightjar.itests.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.nightjar.itests.runtime.Distribution;
import org.nightjar.itests.samples.SampleModel;
import org.nightjar.itests.samples.SampleProducts;

/**
 * {@code mvn -Pdemo}: starts the distribution on its embedded defaults, has a generated night
 * judged, says where to look, and leaves the system running until Ctrl-C ({@code -Ddemo.once} ends
 * it).
 */
public final class Demo {
  private static final long SEED = 42;
  private static final long START_SECONDS = 60;

  private final Path folder;

  private Demo(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs the demonstration.
   *
   * @param args the module's folder, below which the demonstration works, and {@code true} to end
   *     when all is judged
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    boolean once = args.length > 1 && "true".equals(args[1]);
    new Demo(Path.of(args[0], "target", "demo").toAbsolutePath().normalize()).run(once);
  }

  private void run(boolean once) throws IOException, InterruptedException {
    empty();
    Path night = new SampleProducts(folder.resolve("night"), SEED).write();
    Path model = SampleModel.write(folder.resolve("model"));
    Path results = folder.resolve("results");
    Process server = nightjar("run", "--timing");
    Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
    try {
      awaitServer(server);
      if (nightjar("models", "add", model.toString()).waitFor() != 0) {
        throw new IllegalStateException("nightjar models add refused the sample model");
      }
      int status = nightjar("check", night.toString(), "--out", results.toString()).waitFor();
      if (status > 1) {
        throw new IllegalStateException(
            "nightjar check could not run (exit status " + status + ")");
      }
      say("");
      say("Look at   " + results.resolve("index.html").toUri());
      say("JSON in   " + results.resolve("reports.jsonl"));
      String command = Distribution.home().resolve("bin/nightjar") + " --data " + data();
      say("Try       " + command + " ledger");
      say("          " + command + " reports --verdict junk");
      if (!once) {
        say("The system keeps running. Ctrl-C ends it.");
        server.waitFor();
      }
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private void awaitServer(Process server) throws InterruptedException {
    Path running = data().resolve("run/server.json");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!Files.exists(running)) {
      if (server.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
        throw new IllegalStateException("the server did not start; see " + data().resolve("log"));
      }
    }
  }

  private Process nightjar(String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Distribution.home().resolve("bin/nightjar").toString());
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).inheritIO();
    builder.environment().put("NIGHTJAR_DATA", data().toString());
    return builder.start();
  }

  private void empty() throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(folder);
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
