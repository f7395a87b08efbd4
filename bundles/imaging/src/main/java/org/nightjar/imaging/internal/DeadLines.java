package org.nightjar.imaging.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.PixelBox;
import org.nightjar.image.PixelRows;

/**
 * Columns and rows whose good pixels all have the same value: nothing was read there. Neighbours
 * are told as one, so that a dead amplifier is one finding.
 */
final class DeadLines {

  /** With fewer good pixels, equal values are chance. */
  private static final int FEWEST_PIXELS = 16;

  private final PixelRows image;
  private final Spread[] columns;
  private final Spread[] rows;

  private DeadLines(PixelRows image) {
    this.image = image;
    this.columns = fresh(image.width());
    this.rows = fresh(image.height());
  }

  /** Finds them, reading each row once. */
  static List<Finding> find(String part, PixelRows image) {
    DeadLines lines = new DeadLines(image);
    lines.look();
    return lines.findings(part);
  }

  private static Spread[] fresh(int count) {
    Spread[] spreads = new Spread[count];
    Arrays.setAll(spreads, i -> new Spread());
    return spreads;
  }

  private void look() {
    float[] row = new float[image.width()];
    for (int y = 0; y < rows.length; y++) {
      image.readRow(y, row);
      for (int x = 0; x < row.length; x++) {
        if (Float.isFinite(row[x])) {
          columns[x].add(row[x]);
          rows[y].add(row[x]);
        }
      }
    }
  }

  private List<Finding> findings(String part) {
    int width = image.width();
    int height = image.height();
    List<int[]> deadColumns = runs(columns);
    if (deadColumns.size() == 1 && deadColumns.get(0)[1] - deadColumns.get(0)[0] == width) {
      PixelBox all = new PixelBox(part, Region.of(0, 0, width, height));
      return List.of(Finding.at(all, "dead-detector", "no column has two different values"));
    }
    List<Finding> findings = new ArrayList<>();
    for (int[] run : deadColumns) {
      PixelBox box = new PixelBox(part, Region.of(run[0], 0, run[1], height));
      findings.add(Finding.at(box, "dead-columns", evidence(columns[run[0]])));
    }
    for (int[] run : runs(rows)) {
      PixelBox box = new PixelBox(part, Region.of(0, run[0], width, run[1]));
      findings.add(Finding.at(box, "dead-rows", evidence(rows[run[0]])));
    }
    return findings;
  }

  private static String evidence(Spread spread) {
    return "every pixel has the same value, first " + spread.least;
  }

  /** Stretches of dead lines, half-open. */
  private static List<int[]> runs(Spread[] lines) {
    List<int[]> runs = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= lines.length; i++) {
      boolean dead = i < lines.length && lines[i].isDead();
      if (dead && start < 0) {
        start = i;
      } else if (!dead && start >= 0) {
        runs.add(new int[] {start, i});
        start = -1;
      }
    }
    return runs;
  }

  private static final class Spread {
    private int count;
    private float least = Float.POSITIVE_INFINITY;
    private float most = Float.NEGATIVE_INFINITY;

    void add(float value) {
      count++;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }

    boolean isDead() {
      return count >= FEWEST_PIXELS && least == most;
    }
  }
}
