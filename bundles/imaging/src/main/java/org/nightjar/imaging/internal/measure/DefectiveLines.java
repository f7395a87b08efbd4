package org.nightjar.imaging.internal.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.nightjar.api.product.Region;
import org.nightjar.image.BackgroundMap;
import org.nightjar.image.BackgroundMesh;
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

  /** With fewer good pixels, what they have in common is chance. */
  private static final int FEWEST_PIXELS = 16;

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
   * @param least the lowest value in the first of them
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
    Line[] columns = fresh(image.width());
    Line[] rows = fresh(image.height());
    BackgroundMap map = background.map();
    float[] row = new float[image.width()];
    float[] sky = new float[image.width()];
    float reach = (float) (HOT_SIGMAS * background.globalRms());
    for (int y = 0; y < rows.length; y++) {
      image.readRow(y, row);
      map.backgroundRow(y, row.length, sky);
      for (int x = 0; x < row.length; x++) {
        if (Float.isFinite(row[x])) {
          boolean hot = row[x] - sky[x] > reach;
          columns[x].add(row[x], hot);
          rows[y].add(row[x], hot);
        }
      }
    }
    return new DefectiveLines(
        runs(columns, Line::isDead),
        runs(rows, Line::isDead),
        narrow(runs(columns, Line::isHot)),
        narrow(runs(rows, Line::isHot)));
  }

  /** Whether no column has two different values. */
  public boolean allDead(int width) {
    return deadColumns.size() == 1 && deadColumns.get(0).lines() == width;
  }

  private static List<Run> narrow(List<Run> runs) {
    return runs.stream().filter(run -> run.lines() <= WIDEST_HOT_RUN).toList();
  }

  private static Line[] fresh(int count) {
    Line[] lines = new Line[count];
    Arrays.setAll(lines, i -> new Line());
    return lines;
  }

  private static List<Run> runs(Line[] lines, Predicate<Line> bad) {
    List<Run> runs = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= lines.length; i++) {
      boolean inside = i < lines.length && bad.test(lines[i]);
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        runs.add(new Run(start, i, lines[start].least));
        start = -1;
      }
    }
    return runs;
  }

  private static final class Line {
    private int count;
    private int high;
    private float least = Float.POSITIVE_INFINITY;
    private float most = Float.NEGATIVE_INFINITY;

    void add(float value, boolean hot) {
      count++;
      high += hot ? 1 : 0;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }

    boolean isDead() {
      return count >= FEWEST_PIXELS && least == most;
    }

    boolean isHot() {
      return count >= FEWEST_PIXELS && 2 * high > count && !isDead();
    }
  }
}
