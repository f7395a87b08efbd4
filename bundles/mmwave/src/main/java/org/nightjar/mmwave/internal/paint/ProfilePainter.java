package org.nightjar.mmwave.internal.paint;

import org.nightjar.mmwave.sz.RadialProfile;

/**
 * Goes through the pixels of a round profile: its value at their centres. What is outside the map
 * is left out.
 */
public final class ProfilePainter {
  private final int width;
  private final int height;

  /** For maps of this size. */
  public ProfilePainter(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** Takes the pixels of a profile. */
  @FunctionalInterface
  public interface Pen {
    /** Takes the profile's value at the centre of a pixel. */
    void add(int index, double value);
  }

  /**
   * Goes through the pixels that a profile touches.
   *
   * @param profile radius in pixels, as smooth as {@link GridSmoothing} makes it
   * @param x column of its centre
   * @param y row of its centre
   */
  public void paint(RadialProfile profile, double x, double y, Pen pen) {
    double reach = profile.cut();
    int bottom = (int) Math.max(0, Math.ceil(y - reach));
    int top = (int) Math.min(height - 1, Math.floor(y + reach));
    int left = (int) Math.max(0, Math.ceil(x - reach));
    int right = (int) Math.min(width - 1, Math.floor(x + reach));
    for (int row = bottom; row <= top; row++) {
      double square = (row - y) * (row - y);
      for (int column = left; column <= right; column++) {
        double distance = Math.sqrt((column - x) * (column - x) + square);
        if (distance < reach) {
          pen.add(row * width + column, profile.at(distance));
        }
      }
    }
  }
}
