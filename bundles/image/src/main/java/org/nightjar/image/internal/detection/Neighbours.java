package org.nightjar.image.internal.detection;

/**
 * Finds the pixels of a footprint, in raster order, that touch a given one, corners included: from
 * a map of the footprint's box where that is not much larger than the footprint, else by search.
 */
final class Neighbours {

  /** A pixel touches at most this many. */
  static final int MOST = 8;

  /** A map may hold this many places per pixel. */
  private static final long ROOM = 16;

  private final Footprint footprint;
  private final int width;

  /** The pixel, plus one, at each place of the box with a rim of one; null for a large box. */
  private final int[] map;

  private final int mapWidth;
  private final int left;
  private final int top;

  Neighbours(Footprint footprint, int width) {
    this.footprint = footprint;
    this.width = width;
    int size = footprint.size();
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int i = 0; i < size; i++) {
      int x = footprint.index(i) % width;
      least = Math.min(least, x);
      most = Math.max(most, x);
    }
    this.left = least - 1;
    this.top = footprint.index(0) / width - 1;
    this.mapWidth = most - least + 3;
    long rows = footprint.index(size - 1) / width - top + 2L;
    this.map = rows * mapWidth <= ROOM * size + 64 ? new int[(int) (rows * mapWidth)] : null;
    for (int i = 0; i < size && map != null; i++) {
      map[place(i)] = i + 1;
    }
  }

  private int place(int pixel) {
    int at = footprint.index(pixel);
    int y = at / width;
    return (y - top) * mapWidth + at - y * width - left;
  }

  /** Writes the positions of the neighbours of a pixel and returns how many there are. */
  int of(int pixel, int[] into) {
    return map == null ? search(pixel, into) : look(place(pixel), into);
  }

  private int look(int place, int[] into) {
    int found = 0;
    found = three(place - mapWidth, into, found);
    if (map[place - 1] != 0) {
      into[found++] = map[place - 1] - 1;
    }
    if (map[place + 1] != 0) {
      into[found++] = map[place + 1] - 1;
    }
    return three(place + mapWidth, into, found);
  }

  private int three(int middle, int[] into, int found) {
    int count = found;
    for (int at = middle - 1; at <= middle + 1; at++) {
      if (map[at] != 0) {
        into[count++] = map[at] - 1;
      }
    }
    return count;
  }

  private int search(int pixel, int[] into) {
    int at = footprint.index(pixel);
    int x = at % width;
    int toLeft = x == 0 ? 0 : 1;
    int toRight = x == width - 1 ? 0 : 1;
    int found = 0;
    if (at >= width) {
      int first = footprint.firstFrom(at - width - toLeft, 0, pixel);
      found = collect(first, at - width + toRight, into, found);
    }
    if (toLeft == 1 && pixel > 0 && footprint.index(pixel - 1) == at - 1) {
      into[found++] = pixel - 1;
    }
    if (toRight == 1 && pixel + 1 < footprint.size() && footprint.index(pixel + 1) == at + 1) {
      into[found++] = pixel + 1;
    }
    if (at <= Integer.MAX_VALUE - width - 1) {
      int first = footprint.firstFrom(at + width - toLeft, pixel + 1, footprint.size());
      found = collect(first, at + width + toRight, into, found);
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
