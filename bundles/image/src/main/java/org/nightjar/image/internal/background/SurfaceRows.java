package org.nightjar.image.internal.background;

import org.nightjar.image.internal.statistics.GoodPixel;

/**
 * The rows of a smooth surface, fast when they are asked for in order. Between two rows of knots
 * every column of pixels is a cubic of its own; its coefficients are made once per piece, and a row
 * is then a polynomial in floats. A workspace for one thread.
 */
public final class SurfaceRows {

  private static final int NO_PIECE = -1;

  private final SmoothSurface surface;
  private final int width;
  private final float[] constant;
  private final float[] linear;
  private final float[] square;
  private final float[] cube;
  private int piece = NO_PIECE;

  SurfaceRows(SmoothSurface surface, int width) {
    this.surface = surface;
    this.width = width;
    this.constant = new float[width];
    this.linear = new float[width];
    this.square = new float[width];
    this.cube = new float[width];
  }

  /** Writes row y to the start of {@code into}. */
  public void row(int y, float[] into) {
    float t = seek(y);
    for (int x = 0; x < width; x++) {
      into[x] = ((cube[x] * t + square[x]) * t + linear[x]) * t + constant[x];
    }
  }

  /**
   * Writes row y of an image less the surface; what is NaN, infinite or beyond 1e30 in the image is
   * NaN.
   */
  public void subtract(int y, float[] image, float[] into) {
    float t = seek(y);
    for (int x = 0; x < width; x++) {
      // Times zero is zero for good pixels and NaN for those that the factor makes infinite: a
      // branch would keep the loop from running on vectors.
      float spoilt = 0f * (image[x] * GoodPixel.TO_INFINITY);
      into[x] = image[x] - (((cube[x] * t + square[x]) * t + linear[x]) * t + constant[x]) + spoilt;
    }
  }

  /** Makes ready for row y and gives its place between the knots. */
  private float seek(int y) {
    double position = surface.verticalPosition(y);
    int wanted = surface.verticalPiece(position);
    if (wanted != piece) {
      piece = wanted;
      surface.coefficients(wanted, width, constant, linear, square, cube);
    }
    return (float) (position - wanted);
  }
}
