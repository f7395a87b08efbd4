package org.nightjar.simulation.internal.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nightjar.api.command.Command;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.command.CommandSpec;
import org.nightjar.api.command.OptionSpec;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.TableFileWriter;
import org.nightjar.api.simulation.Accuracy;
import org.nightjar.json.JsonLine;
import org.nightjar.simulation.internal.engine.Estimate;
import org.nightjar.simulation.internal.engine.PreparedSky;
import org.nightjar.simulation.internal.engine.SkyRun;
import org.nightjar.simulation.internal.engine.SkyRun.Result;
import org.nightjar.simulation.internal.engine.SkyRun.Settings;
import org.nightjar.simulation.internal.plan.SkyPlan;
import org.nightjar.simulation.internal.registry.InstalledModels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code nightjar simulate}. */
@Component(service = Command.class)
public final class Simulate implements Command {
  private static final int DEFAULT_CHUNK = 16_384;
  private static final int MOST_CHUNK = 1 << 24;
  private static final int MOST_THREADS = 1024;

  private final InstalledModels installed;

  /** Made by the component runtime. */
  @Activate
  public Simulate(@Reference InstalledModels installed) {
    this.installed = installed;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "simulate",
        "makes a sky from its description",
        "CONFIG",
        1,
        1,
        List.of(
            OptionSpec.value("o", "DIR", "folder for the files"),
            OptionSpec.value("threads", "N", "threads that calculate; as many as processors"),
            OptionSpec.value("chunk", "N", "rows made at a time; " + DEFAULT_CHUNK),
            OptionSpec.flag("dry-run", "checks the description and shows the plan, writes nothing"),
            OptionSpec.flag("overwrite", "begins anew and replaces files that are there")),
        """
        The same description gives the same sky with any number of threads and any chunk. A run that
        was broken off goes on when the same command is given again. A file is called .part until it
        is complete. What descriptions are made of: nightjar simulate components.
        Examples:
          nightjar simulate sky.yaml --dry-run
          nightjar simulate sky.yaml -o sky --threads 2""");
  }

  @Override
  public int run(CommandCall call) throws NightjarException, InterruptedException {
    Optional<Path> folder = call.option("o").map(call::path);
    if (folder.isEmpty() && !call.flag("dry-run")) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT, "no folder to write to", "", "Give -o DIR, or --dry-run");
    }
    int threads =
        WholeOption.of(call, "threads", Runtime.getRuntime().availableProcessors(), MOST_THREADS);
    int chunk = WholeOption.of(call, "chunk", DEFAULT_CHUNK, MOST_CHUNK);
    Optional<SkyPlan> plan = new Description(installed).plan(call);
    if (plan.isEmpty()) {
      return FAILED;
    }
    CallWatch watch = new CallWatch(call);
    PreparedSky sky = PreparedSky.of(plan.get(), watch);
    Estimate estimate = new Estimate(sky, threads, chunk);
    if (call.flag("dry-run")) {
      dryRun(call, new PlanPrint(sky, estimate));
      return OK;
    }
    boolean begun = Files.exists(SkyRun.journal(folder.orElseThrow(), plan.get()));
    estimate.check(folder.orElseThrow(), begun);
    List<TableFileWriter> writers = writers(plan.get());
    Settings settings = new Settings(threads, chunk, call.flag("overwrite"));
    List<Result> results = new SkyRun(sky, folder.orElseThrow(), writers, settings, watch).run();
    say(call, sky, results);
    return OK;
  }

  private static void dryRun(CommandCall call, PlanPrint print) throws NightjarException {
    if (call.json()) {
      call.out().println(JsonLine.write(print.json()));
    } else {
      print.print(call.out());
    }
  }

  private List<TableFileWriter> writers(SkyPlan plan) {
    List<TableFileWriter> writers = new ArrayList<>();
    plan.formats().forEach(format -> writers.add(installed.writers().get(format)));
    return writers;
  }

  private static void say(CommandCall call, PreparedSky sky, List<Result> results) {
    for (Result result : results) {
      if (call.json()) {
        ObjectNode json =
            JsonLine.object()
                .put("table", result.table())
                .put("made", result.made())
                .put("written", result.written());
        ArrayNode files = json.putArray("files");
        result.files().forEach(file -> files.add(file.toString()));
        call.out().println(JsonLine.write(json));
      } else {
        call.out()
            .printf(
                Locale.ROOT,
                "%s: %d of %d rows in %s%n",
                result.table(),
                result.written(),
                result.made(),
                String.join(", ", result.files().stream().map(Path::toString).toList()));
      }
    }
    if (!call.json()) {
      for (Accuracy accuracy : sky.accuracies()) {
        call.out()
            .printf(
                Locale.ROOT,
                "accuracy of %s: %.2g, wanted %.2g%n",
                accuracy.what(),
                accuracy.reached(),
                accuracy.wanted());
      }
    }
  }
}
