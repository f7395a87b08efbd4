package org.nightjar.mmwave.internal.paint;

import org.nightjar.mmwave.sz.RadialProfile;

/**
 * Adds round profiles to maps as means over pixels. Sampled at the centres of pixels, a cluster of
 * the size of two pixels would lose a tenth to a third of its central value; so pixels near the
 * middle are divided, the finer the steeper the profile is there. What is outside the map is left
 * out.
 */
public final class ProfilePainter {
  /** Profiles more compact than this many pixels are sampled more finely everywhere. */
  private static final double COMPACT = 20;

  private static final int FINEST = 24;

  private final int width;
  private final int height;

  /** For maps of this size. */
  public ProfilePainter(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** A pixel of a profile. */
  @FunctionalInterface
  public interface Pen {
    /** Takes the profile's mean over a pixel. */
    void add(int index, double mean);
  }

  /**
   * Goes through the pixels that a profile touches.
   *
   * @param profile radius in pixels
   * @param x column of its centre
   * @param y row of its centre
   */
  public void paint(RadialProfile profile, double x, double y, Pen pen) {
    double reach = profile.cut() + 1;
    int bottom = (int) Math.max(0, Math.ceil(y - reach));
    int top = (int) Math.min(height - 1, Math.floor(y + reach));
    int left = (int) Math.max(0, Math.ceil(x - reach));
    int right = (int) Math.min(width - 1, Math.floor(x + reach));
    double finer = Math.max(1, COMPACT / profile.cut());
    for (int row = bottom; row <= top; row++) {
      for (int column = left; column <= right; column++) {
        double distance = Math.hypot(column - x, row - y);
        if (distance < reach) {
          int parts = (int) Math.min(FINEST, Math.ceil(parts(distance) * finer));
          pen.add(row * width + column, mean(profile, column - x, row - y, parts));
        }
      }
    }
  }

  private static int parts(double distance) {
    if (distance < 2) {
      return 12;
    }
    if (distance < 6) {
      return 5;
    }
    return distance < 15 ? 3 : 1;
  }

  private static double mean(RadialProfile profile, double x, double y, int parts) {
    double sum = 0;
    for (int i = 0; i < parts; i++) {
      double dy = y + (i + 0.5) / parts - 0.5;
      for (int j = 0; j < parts; j++) {
        double dx = x + (j + 0.5) / parts - 0.5;
        sum += profile.at(Math.sqrt(dx * dx + dy * dy));
      }
    }
    return sum / (parts * parts);
  }
}
