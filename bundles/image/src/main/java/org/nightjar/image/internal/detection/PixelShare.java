package org.nightjar.image.internal.detection;

import java.util.Arrays;

/**
 * Gives the pixels outside all branches to the sources, from bright to faint and outward from the
 * branches: each goes to the one, among those that already own a pixel beside it, whose Gaussian is
 * highest there. Linear in the pixels.
 */
final class PixelShare {

  static final int NOBODY = -1;

  private static final int END = -1;

  private final Footprint footprint;
  private final int width;
  private final ComponentTree tree;
  private final Neighbours neighbours;
  private final GaussianProfile[] profiles;
  private final int[] owner;
  private final boolean[] queued;
  private final int[] nextInQueue;
  private final int[] touching = new int[Neighbours.MOST];

  /** {@code owner} holds the source of each pixel or {@link #NOBODY}, and is completed. */
  PixelShare(
      Footprint footprint,
      int width,
      ComponentTree tree,
      Neighbours neighbours,
      GaussianProfile[] profiles,
      int[] owner) {
    this.footprint = footprint;
    this.width = width;
    this.tree = tree;
    this.neighbours = neighbours;
    this.profiles = profiles;
    this.owner = owner;
    this.queued = new boolean[owner.length];
    this.nextInQueue = new int[owner.length];
  }

  void flood(int levels) {
    int[] first = new int[levels];
    int[] last = new int[levels];
    Arrays.fill(first, END);
    for (int i = 0; i < owner.length; i++) {
      if (owner[i] != NOBODY) {
        queued[i] = true;
      }
    }
    for (int i = 0; i < owner.length; i++) {
      if (owner[i] != NOBODY) {
        enqueueAround(i, levels - 1, first, last);
      }
    }
    for (int level = levels - 1; level >= 0; level--) {
      while (first[level] != END) {
        int pixel = first[level];
        first[level] = nextInQueue[pixel];
        owner[pixel] = likeliest(pixel);
        enqueueAround(pixel, level, first, last);
      }
    }
  }

  private void enqueueAround(int pixel, int level, int[] first, int[] last) {
    int found = neighbours.of(pixel, touching);
    for (int i = 0; i < found; i++) {
      int other = touching[i];
      if (queued[other]) {
        continue;
      }
      queued[other] = true;
      int queue = Math.min(level, tree.level(other));
      nextInQueue[other] = END;
      if (first[queue] == END) {
        first[queue] = other;
      } else {
        nextInQueue[last[queue]] = other;
      }
      last[queue] = other;
    }
  }

  private int likeliest(int pixel) {
    double x = footprint.index(pixel) % width;
    double y = footprint.index(pixel) / width;
    int best = NOBODY;
    double highest = Double.NEGATIVE_INFINITY;
    int found = neighbours.of(pixel, touching);
    for (int i = 0; i < found; i++) {
      int candidate = owner[touching[i]];
      if (candidate != NOBODY && candidate != best) {
        double value = profiles[candidate].logValue(x, y);
        if (best == NOBODY || value > highest) {
          best = candidate;
          highest = value;
        }
      }
    }
    return best;
  }
}
