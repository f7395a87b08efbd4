package org.nightjar.mmwave.internal.paint;

/**
 * Points between pixels, put on the grid as Gaussians one pixel wide, whose Fourier transform is
 * divided out again. Then any beam can be applied to true positions. What folds back from beyond
 * the grid's finest waves is 5e-5 of a mode at half the Nyquist frequency and 2 percent at 0.8 of
 * it: beams of 1.5 pixels and more hide it. The grid is periodic.
 */
public final class PointGrid {
  private static final int REACH = 5;
  private static final int SIDE = 2 * REACH + 1;

  private final int width;
  private final int height;
  private final double[] alongX = new double[SIDE];
  private final double[] alongY = new double[SIDE];
  private int left;
  private int bottom;

  /** For maps of this size. Not for use by several threads. */
  public PointGrid(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** Goes to a place; {@link #add} puts points there. */
  public void at(double x, double y) {
    left = (int) Math.round(x) - REACH;
    bottom = (int) Math.round(y) - REACH;
    for (int i = 0; i < SIDE; i++) {
      alongX[i] = gauss(left + i - x);
      alongY[i] = gauss(bottom + i - y);
    }
  }

  private static double gauss(double t) {
    return Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI);
  }

  /** Adds a point of this weight to a map. */
  public void add(float[] map, double weight) {
    for (int i = 0; i < SIDE; i++) {
      int row = Math.floorMod(bottom + i, height) * width;
      double here = weight * alongY[i];
      if (left >= 0 && left + SIDE <= width) {
        for (int j = 0; j < SIDE; j++) {
          map[row + left + j] += (float) (here * alongX[j]);
        }
      } else {
        for (int j = 0; j < SIDE; j++) {
          map[row + Math.floorMod(left + j, width)] += (float) (here * alongX[j]);
        }
      }
    }
  }

  /** What a wave is to be multiplied with along one axis: k waves over n pixels. */
  public static double correction(int k, int n) {
    double phase = 2 * Math.PI * k / n;
    return Math.exp(0.5 * phase * phase);
  }

  /** The window of a pixel along one axis: k waves over n pixels. */
  public static double window(int k, int n) {
    double half = Math.PI * k / n;
    return half == 0 ? 1 : Math.sin(half) / half;
  }
}
