package org.nightjar.simulation.internal.engine;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.simulation.internal.plan.TablePlan;

/** What a sky will take, before anything is made. */
public final class Estimate {
  /** Characters of a number in CSV with its comma, where FITS takes eight bytes. */
  private static final double CSV = 2.4;

  private final PreparedSky sky;
  private final int threads;
  private final int chunkRows;

  /** For so many threads and rows in a chunk. */
  public Estimate(PreparedSky sky, int threads, int chunkRows) {
    this.sky = sky;
    this.threads = threads;
    this.chunkRows = chunkRows;
  }

  /** Threads that calculate. */
  public int threads() {
    return threads;
  }

  /** Rows in a chunk. */
  public int chunkRows() {
    return chunkRows;
  }

  /** Bytes of a table in all formats, without what a selection leaves out. */
  public long bytes(TablePlan table) throws NightjarException {
    double numbers = (double) sky.rows(table) * table.rowBytes();
    double all = 0;
    for (String format : sky.plan().formats()) {
      all += format.equals("csv") ? CSV * numbers : numbers;
    }
    return (long) all;
  }

  /** Bytes of the arrays in memory. */
  public long memoryBytes() throws NightjarException {
    long most = 0;
    for (TablePlan table : sky.plan().tables()) {
      long rows = Math.min(chunkRows, sky.rows(table));
      long chunk = new TableProgram(table, sky).rowBytes() * rows;
      most = Math.max(most, chunk * ChunkLine.chunksInFlight(threads));
    }
    return most;
  }

  /**
   * Refuses what cannot fit.
   *
   * @param begun whether an earlier run has written part of it; then only memory is looked at
   * @throws NightjarException DISK_FULL or OUT_OF_MEMORY
   */
  public void check(Path folder, boolean begun) throws NightjarException {
    long memory = memoryBytes();
    long most = Runtime.getRuntime().maxMemory() / 2;
    if (memory > most) {
      throw NightjarException.of(
          StandardError.OUT_OF_MEMORY,
          "the rows in memory would take %d MB, %d are allowed".formatted(memory >> 20, most >> 20),
          "",
          "Give a smaller --chunk, or fewer --threads");
    }
    if (begun) {
      return;
    }
    double needed = 0;
    for (TablePlan table : sky.plan().tables()) {
      needed += table.select().isEmpty() ? bytes(table) : 0;
    }
    long free = free(folder);
    if (needed > free) {
      throw NightjarException.of(
          StandardError.DISK_FULL,
          "the sky will take %.0f MB, %d are free".formatted(needed / 1e6, free / 1_000_000),
          folder.toString(),
          "Write fewer rows or columns, or write elsewhere");
    }
  }

  private static long free(Path folder) throws NightjarException {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      FileStore store = Files.getFileStore(there);
      return store.getUsableSpace();
    } catch (IOException e) {
      throw NightjarException.of(
          StandardError.DISK_FULL, "the folder cannot be looked at: " + e, there.toString(), "");
    }
  }
}
