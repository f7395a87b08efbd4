package org.nightjar.image.internal.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * Drops sources that would not have been found without the halo of a brighter one: those that fall
 * below the threshold when what the halo adds at their place is taken away (Bertin & Arnouts 1996,
 * section 4.3).
 *
 * <p>Each source is judged against all others as they were found, so the order plays no part. Halos
 * end, and sources are looked up in square cells, so that the time grows with the area the sources
 * cover and not with the square of their number.
 */
final class Cleaning {

  private static final int CELL = 32;

  private final double threshold;
  private final double beta;

  /**
   * With the exponent of the Moffat profile: the smaller, the wider the halos and the more is
   * dropped.
   */
  Cleaning(double threshold, double beta) {
    this.threshold = threshold;
    this.beta = beta;
  }

  List<Measured> survivors(List<Measured> sources, int width, int height) {
    int columns = (width - 1) / CELL + 1;
    int rows = (height - 1) / CELL + 1;
    int[] cellStart = new int[columns * rows + 1];
    int[] order = byCell(sources, columns, cellStart);
    boolean[] dropped = new boolean[sources.size()];
    for (Measured bright : sources) {
      Halo halo = Halo.of(bright, threshold, beta);
      int left = cell(bright.ellipse().x() - halo.reachX(), columns);
      int right = cell(bright.ellipse().x() + halo.reachX(), columns);
      int top = cell(bright.ellipse().y() - halo.reachY(), rows);
      int bottom = cell(bright.ellipse().y() + halo.reachY(), rows);
      for (int row = top; row <= bottom; row++) {
        for (int i = cellStart[row * columns + left];
            i < cellStart[row * columns + right + 1];
            i++) {
          dropped[order[i]] |= drowns(halo, bright, sources.get(order[i]));
        }
      }
    }
    List<Measured> survivors = new ArrayList<>();
    for (int i = 0; i < dropped.length; i++) {
      if (!dropped[i]) {
        survivors.add(sources.get(i));
      }
    }
    return survivors;
  }

  private boolean drowns(Halo halo, Measured bright, Measured faint) {
    return faint.ellipse().flux() < bright.ellipse().flux()
        && faint.limit() - halo.at(faint.ellipse().x(), faint.ellipse().y()) < threshold;
  }

  /**
   * The numbers of the sources cell by cell; where each cell starts goes into {@code cellStart}.
   */
  private static int[] byCell(List<Measured> sources, int columns, int[] cellStart) {
    int[] cells = new int[sources.size()];
    for (int i = 0; i < cells.length; i++) {
      Moments place = sources.get(i).ellipse();
      cells[i] = (int) (place.y() / CELL) * columns + (int) (place.x() / CELL);
      cellStart[cells[i] + 1]++;
    }
    for (int cell = 1; cell < cellStart.length; cell++) {
      cellStart[cell] += cellStart[cell - 1];
    }
    int[] next = cellStart.clone();
    int[] order = new int[cells.length];
    for (int i = 0; i < cells.length; i++) {
      order[next[cells[i]]++] = i;
    }
    return order;
  }

  private static int cell(double place, int count) {
    return (int) Math.max(0, Math.min(count - 1, place / CELL));
  }
}
