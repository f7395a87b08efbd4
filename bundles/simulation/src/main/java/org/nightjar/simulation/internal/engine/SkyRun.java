package org.nightjar.simulation.internal.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.TableFileWriter;
import org.nightjar.api.simulation.Accuracy;
import org.nightjar.json.JsonLine;
import org.nightjar.simulation.internal.engine.Journal.Position;
import org.nightjar.simulation.internal.plan.PlanJson;
import org.nightjar.simulation.internal.plan.SkyPlan;
import org.nightjar.simulation.internal.plan.TablePlan;

/** Makes a sky and writes it into a folder; goes on where an earlier run was broken off. */
public final class SkyRun {
  private final PreparedSky sky;
  private final Path folder;
  private final List<TableFileWriter> writers;
  private final Settings settings;
  private final Watch watch;

  /**
   * How it is done, which makes no difference to the sky.
   *
   * @param threads that calculate
   * @param chunkRows rows made at a time
   * @param overwrite whether files that are there may be replaced
   */
  public record Settings(int threads, int chunkRows, boolean overwrite) {}

  /**
   * What came of a table.
   *
   * @param made rows that were made
   * @param written rows that were selected
   * @param files where they are
   */
  public record Result(String table, long made, long written, List<Path> files) {}

  /**
   * A run.
   *
   * @param writers of the plan's formats
   */
  public SkyRun(
      PreparedSky sky, Path folder, List<TableFileWriter> writers, Settings settings, Watch watch) {
    this.sky = sky;
    this.folder = folder;
    this.writers = List.copyOf(writers);
    this.settings = settings;
    this.watch = watch;
  }

  /** The journal of a sky in a folder. */
  public static Path journal(Path folder, SkyPlan plan) {
    return folder.resolve(plan.name() + ".journal");
  }

  /**
   * Makes the sky.
   *
   * @throws NightjarException DISK_FULL if the folder cannot be written, CONFLICT if files are
   *     there that may not be replaced
   * @throws InterruptedException if nobody waits any more; what is safe then stays for another run
   */
  public List<Result> run() throws NightjarException, InterruptedException {
    SkyPlan plan = sky.plan();
    try {
      Files.createDirectories(folder);
      Path path = journal(folder, plan);
      boolean begun = Files.exists(path) && Files.size(path) > 0;
      if (!begun && !settings.overwrite()) {
        refuseReplacing();
      }
      try (Journal journal =
              Journal.open(path, PlanJson.checksum(plan), plan.formats(), settings.overwrite());
          ChunkLine line = new ChunkLine(settings.threads(), settings.chunkRows())) {
        Map<String, String> metadata = metadata(sky);
        List<Result> results = new ArrayList<>();
        for (TablePlan table : plan.tables()) {
          results.add(table(table, journal, line, metadata));
        }
        Files.writeString(
            folder.resolve(plan.name() + ".json"), JsonLine.write(summary(results)) + "\n");
        journal.remove();
        return results;
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void refuseReplacing() throws NightjarException {
    for (TablePlan table : sky.plan().tables()) {
      for (TableFileWriter writer : writers) {
        Path file = OutputTable.file(folder, table.name(), writer);
        if (Files.exists(file)) {
          throw NightjarException.of(
              StandardError.CONFLICT,
              "the file is there already",
              file.toString(),
              "Give another folder, or --overwrite");
        }
      }
    }
  }

  private Result table(
      TablePlan table, Journal journal, ChunkLine line, Map<String, String> metadata)
      throws NightjarException, InterruptedException, IOException {
    long rows = sky.rows(table);
    List<Path> files =
        writers.stream().map(w -> OutputTable.file(folder, table.name(), w)).toList();
    Optional<Position> before = journal.position(table.name());
    if (before.isPresent() && before.get().finished() && files.stream().allMatch(Files::exists)) {
      return new Result(table.name(), rows, before.get().written(), files);
    }
    TableProgram program = new TableProgram(table, sky);
    try (OutputTable output =
        OutputTable.open(program.layout(metadata), folder, journal, writers)) {
      line.run(
          program,
          output.next(),
          rows,
          (chunk, to) -> {
            if (watch.cancelled()) {
              throw new InterruptedException("cancelled");
            }
            try {
              output.append(chunk.selected(), to);
            } catch (IOException e) {
              throw failed(e);
            }
            watch.at(to, rows, table.name());
          });
      output.finish();
      return new Result(table.name(), rows, output.written(), files);
    }
  }

  private NightjarException failed(IOException e) {
    return NightjarException.of(
        StandardError.DISK_FULL,
        "the sky cannot be written: " + e,
        folder.toString(),
        "Look at free space and permissions, then run the same command: it goes on");
  }

  /** What every file says of itself; nothing in it depends on how the sky was made. */
  static Map<String, String> metadata(PreparedSky sky) {
    SkyPlan plan = sky.plan();
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("SIMNAME", plan.name());
    metadata.put("SIMSEED", Long.toString(plan.seed()));
    metadata.put("SIMSUM", PlanJson.checksum(plan));
    metadata.put("SIMVERS", JsonLine.write(PlanJson.versions(plan)));
    List<Accuracy> accuracies = sky.accuracies();
    if (!accuracies.isEmpty()) {
      ObjectNode reached = JsonLine.object();
      accuracies.forEach(accuracy -> reached.put(accuracy.what(), accuracy.reached()));
      metadata.put("SIMACC", JsonLine.write(reached));
    }
    metadata.put("SIMCONF", JsonLine.write(PlanJson.description(plan)));
    return metadata;
  }

  private ObjectNode summary(List<Result> results) {
    ObjectNode json = JsonLine.object();
    metadata(sky).forEach(json::put);
    ArrayNode tables = json.putArray("tables");
    for (Result result : results) {
      ObjectNode table = tables.addObject();
      table
          .put("table", result.table())
          .put("made", result.made())
          .put("written", result.written());
      ArrayNode files = table.putArray("files");
      result.files().forEach(file -> files.add(file.getFileName().toString()));
    }
    return json;
  }
}
