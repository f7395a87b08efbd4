package org.nightjar.image.internal.detection;

/** Finds the pixels of a footprint, in raster order, that touch a given one, corners included. */
final class Neighbours {

  /** A pixel touches at most this many. */
  static final int MOST = 8;

  private final Footprint footprint;
  private final int width;

  Neighbours(Footprint footprint, int width) {
    this.footprint = footprint;
    this.width = width;
  }

  /** Writes the positions of the neighbours of a pixel and returns how many there are. */
  int of(int pixel, int[] into) {
    int at = footprint.index(pixel);
    int x = at % width;
    int left = x == 0 ? 0 : 1;
    int right = x == width - 1 ? 0 : 1;
    int found = 0;
    if (at >= width) {
      found =
          collect(
              footprint.firstFrom(at - width - left, 0, pixel), at - width + right, into, found);
    }
    if (left == 1 && pixel > 0 && footprint.index(pixel - 1) == at - 1) {
      into[found++] = pixel - 1;
    }
    if (right == 1 && pixel + 1 < footprint.size() && footprint.index(pixel + 1) == at + 1) {
      into[found++] = pixel + 1;
    }
    if (at <= Integer.MAX_VALUE - width - 1) {
      int first = footprint.firstFrom(at + width - left, pixel + 1, footprint.size());
      found = collect(first, at + width + right, into, found);
    }
    return found;
  }

  private int collect(int from, int last, int[] into, int found) {
    int count = found;
    for (int i = from; i < footprint.size() && footprint.index(i) <= last; i++) {
      into[count++] = i;
    }
    return count;
  }
}
