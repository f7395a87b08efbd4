package org.nightjar.image.internal.detection;

import java.util.Arrays;

/**
 * The pixels of one connected region above the threshold: where they are, their filtered and their
 * plain values, both above the background, and whether they are saturated. While regions grow
 * together it is also a node of a disjoint-set forest.
 */
public final class Footprint {

  /**
   * A region keeps at most this many pixels (with its tree some 200 MB); it is counted on, but not
   * described, beyond that.
   */
  static final int MOST_PIXELS = 1 << 21;

  private static final int FIRST_CAPACITY = 8;

  private int[] index = new int[FIRST_CAPACITY];
  private float[] filtered = new float[FIRST_CAPACITY];
  private float[] plain = new float[FIRST_CAPACITY];
  private boolean[] saturated = new boolean[FIRST_CAPACITY];
  private int size;
  private boolean truncated;

  private Footprint absorbedBy;
  private int lastRow;

  int size() {
    return size;
  }

  int index(int pixel) {
    return index[pixel];
  }

  float filtered(int pixel) {
    return filtered[pixel];
  }

  float plain(int pixel) {
    return plain[pixel];
  }

  boolean saturated(int pixel) {
    return saturated[pixel];
  }

  boolean truncated() {
    return truncated;
  }

  int lastRow() {
    return lastRow;
  }

  void touch(int row) {
    lastRow = row;
  }

  void add(int at, float filteredValue, float plainValue, boolean isSaturated) {
    if (size == MOST_PIXELS) {
      truncated = true;
      return;
    }
    ensure(size + 1);
    index[size] = at;
    filtered[size] = filteredValue;
    plain[size] = plainValue;
    saturated[size] = isSaturated;
    size++;
  }

  /** The footprint that this one has become part of, or itself. */
  Footprint root() {
    Footprint root = this;
    while (root.absorbedBy != null) {
      root = root.absorbedBy;
    }
    Footprint node = this;
    while (node.absorbedBy != null) {
      Footprint next = node.absorbedBy;
      node.absorbedBy = root;
      node = next;
    }
    return root;
  }

  /** Joins two different roots; the smaller moves into the larger, which is returned. */
  static Footprint join(Footprint first, Footprint second) {
    Footprint large = first.size >= second.size ? first : second;
    Footprint small = large == first ? second : first;
    int moved = Math.min(small.size, MOST_PIXELS - large.size);
    large.truncated |= small.truncated || moved < small.size;
    large.ensure(large.size + moved);
    System.arraycopy(small.index, 0, large.index, large.size, moved);
    System.arraycopy(small.filtered, 0, large.filtered, large.size, moved);
    System.arraycopy(small.plain, 0, large.plain, large.size, moved);
    System.arraycopy(small.saturated, 0, large.saturated, large.size, moved);
    large.size += moved;
    large.lastRow = Math.max(large.lastRow, small.lastRow);
    small.absorbedBy = large;
    small.index = null;
    small.filtered = null;
    small.plain = null;
    small.saturated = null;
    return large;
  }

  /** The same pixels in raster order. */
  Footprint inRasterOrder() {
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = (long) index[i] << Integer.SIZE | i;
    }
    Arrays.sort(order);
    Footprint sorted = new Footprint();
    sorted.ensure(size);
    for (long entry : order) {
      int i = (int) entry;
      sorted.add(index[i], filtered[i], plain[i], saturated[i]);
    }
    sorted.truncated = truncated;
    return sorted;
  }

  /**
   * The first position in [from, to) at or beyond a pixel of the image; the pixels must be in
   * raster order.
   */
  int firstFrom(int at, int from, int to) {
    int found = Arrays.binarySearch(index, from, to, at);
    return found < 0 ? -found - 1 : found;
  }

  private void ensure(int capacity) {
    if (capacity > index.length) {
      int grown = Math.max(capacity, (int) Math.min(MOST_PIXELS, 2L * index.length));
      index = Arrays.copyOf(index, grown);
      filtered = Arrays.copyOf(filtered, grown);
      plain = Arrays.copyOf(plain, grown);
      saturated = Arrays.copyOf(saturated, grown);
    }
  }
}
