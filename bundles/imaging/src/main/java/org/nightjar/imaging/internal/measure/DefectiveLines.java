package org.nightjar.imaging.internal.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.nightjar.api.product.Region;
import org.nightjar.image.BackgroundMesh;
import org.nightjar.image.BackgroundRows;
import org.nightjar.image.PixelRows;

/**
 * Columns and rows that are defective as a whole. Dead: all good pixels have the same value, so
 * that nothing was read there. Hot: most good pixels stand 5 sigma above the background. Neighbours
 * are told as one, so that a dead amplifier is one run.
 *
 * @param deadColumns runs from the left to the right
 * @param deadRows runs from the lowest up
 * @param hotColumns narrow runs: wide ones are light
 * @param hotRows likewise
 */
public record DefectiveLines(
    List<Run> deadColumns, List<Run> deadRows, List<Run> hotColumns, List<Run> hotRows) {

  private static final double HOT_SIGMAS = 5;
  private static final int WIDEST_HOT_RUN = 8;

  /** Copies the lists. */
  public DefectiveLines {
    deadColumns = List.copyOf(deadColumns);
    deadRows = List.copyOf(deadRows);
    hotColumns = List.copyOf(hotColumns);
    hotRows = List.copyOf(hotRows);
  }

  /**
   * Neighbouring lines, half-open.
   *
   * @param from the first
   * @param to the one after the last
   * @param least the value of the first of them if it is dead
   */
  public record Run(int from, int to, float least) {

    /** How many lines. */
    public int lines() {
      return to - from;
    }

    /** The pixels of such columns in an image of this height. */
    public Region columns(int height) {
      return Region.of(from, 0, to, height);
    }

    /** The pixels of such rows in an image of this width. */
    public Region rows(int width) {
      return Region.of(0, from, width, to);
    }
  }

  /** Finds them, reading each row once. */
  public static DefectiveLines find(PixelRows image, BackgroundMesh background) {
    LineCount columns = new LineCount(image.width(), image.height());
    LineCount rows = new LineCount(image.height(), image.width());
    BackgroundRows sky = background.map().rows(image.width());
    float[] row = new float[image.width()];
    float[] above = new float[image.width()];
    float reach = (float) (HOT_SIGMAS * background.globalRms());
    for (int y = 0; y < image.height(); y++) {
      image.readRow(y, row);
      sky.above(y, row, above);
      for (int x = 0; x < row.length; x++) {
        // One test for both: a pixel that is bad is not a number above the background.
        if (!(above[x] <= reach)) {
          boolean bad = Float.isNaN(above[x]);
          columns.count(x, bad);
          rows.count(y, bad);
        }
      }
      columns.compareAll(row);
      rows.compareOne(y, row);
    }
    return new DefectiveLines(
        runs(columns, columns::isDead),
        runs(rows, rows::isDead),
        narrow(runs(columns, columns::isHot)),
        narrow(runs(rows, rows::isHot)));
  }

  /** Whether no column has two different values. */
  public boolean allDead(int width) {
    return deadColumns.size() == 1 && deadColumns.get(0).lines() == width;
  }

  private static List<Run> narrow(List<Run> runs) {
    return runs.stream().filter(run -> run.lines() <= WIDEST_HOT_RUN).toList();
  }

  private static List<Run> runs(LineCount lines, IntPredicate bad) {
    List<Run> runs = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= lines.lines(); i++) {
      boolean inside = i < lines.lines() && bad.test(i);
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        runs.add(new Run(start, i, lines.first(start)));
        start = -1;
      }
    }
    return runs;
  }
}
