package org.nightjar.fits.internal.write;

import java.util.List;

/**
 * What an image that is to be written looks like.
 *
 * @param bitpix 8, 16, 32, 64, -32 or -64
 * @param axes sizes, fastest first; none of them empty
 * @param cards all cards that do not describe the structure, each of 80 characters
 */
public record ImageLayout(int bitpix, List<Integer> axes, List<String> cards) {
  /** Copies the lists. */
  public ImageLayout {
    axes = List.copyOf(axes);
    cards = List.copyOf(cards);
  }

  /** Columns. */
  public int width() {
    return axes.get(0);
  }

  /** Rows of one plane. */
  public int height() {
    return axes.size() > 1 ? axes.get(1) : 1;
  }

  /** Rows of all planes. */
  public long rows() {
    long rows = 1;
    for (int axis : axes.subList(1, axes.size())) {
      rows = Math.multiplyExact(rows, (long) axis);
    }
    return rows;
  }

  /** Bytes per pixel. */
  public int bytes() {
    return Math.abs(bitpix) / 8;
  }

  /** Bytes per row. */
  public int rowBytes() {
    return Math.multiplyExact(width(), bytes());
  }
}
