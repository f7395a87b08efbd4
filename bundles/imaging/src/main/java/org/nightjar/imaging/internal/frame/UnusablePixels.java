package org.nightjar.imaging.internal.frame;

import java.util.BitSet;
import org.nightjar.image.PixelMask;

/**
 * Pixels that are not to be measured, one bit each: those outside the data sections, and those that
 * companion planes call bad. Filled by one thread, then only read.
 */
public final class UnusablePixels implements PixelMask {

  private final int width;
  private final BitSet outside;
  private final BitSet masked;

  /** None yet. */
  UnusablePixels(int width) {
    this.width = width;
    this.outside = new BitSet();
    this.masked = new BitSet();
  }

  @Override
  public void mark(int y, boolean[] row) {
    mark(outside, y, row);
    mark(masked, y, row);
  }

  private void mark(BitSet bits, int y, boolean[] row) {
    long start = (long) y * width;
    int end = (int) (start + width);
    for (int i = bits.nextSetBit((int) start); i >= 0 && i < end; i = bits.nextSetBit(i + 1)) {
      row[i - (int) start] = true;
    }
  }

  /** Pixels of columns [from, to) of a row lie outside the data sections. */
  void outside(int y, int from, int to) {
    outside.set(y * width + from, y * width + to);
  }

  /** A pixel is bad, as a companion plane says. */
  void mask(int x, int y) {
    masked.set(y * width + x);
  }

  /** Whether every pixel may be measured. */
  public boolean isEmpty() {
    return outside.isEmpty() && masked.isEmpty();
  }

  /** Whether a pixel lies outside the data sections. */
  public boolean isOutside(int x, int y) {
    return outside.get(y * width + x);
  }

  /** How many pixels lie outside the data sections. */
  public long outsideCount() {
    return outside.cardinality();
  }

  /** How many pixels inside the data sections companion planes call bad. */
  public long maskedCount() {
    BitSet both = (BitSet) masked.clone();
    both.andNot(outside);
    return both.cardinality();
  }
}
