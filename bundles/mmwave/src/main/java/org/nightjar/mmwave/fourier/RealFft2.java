package org.nightjar.mmwave.fourier;

import org.nightjar.mmwave.internal.fourier.ComplexFft;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Fourier transform of real maps of one size, and back. Stored in single precision, computed in
 * double: the error is about 1e-7 of the map's standard deviation. Any size; sides whose factors
 * are 2, 3 and 5 are fast ({@link #fastSize}). May be used by several threads.
 */
@ProviderType
public final class RealFft2 {
  /** Rows or columns that one pass transforms together: half a cache line of floats or more. */
  private static final int LANES = 16;

  private final int width;
  private final int height;
  private final ComplexFft alongRows;
  private final ComplexFft alongColumns;

  /**
   * Prepares transforms.
   *
   * @param width pixels, at least 1
   * @param height pixels, at least 1
   */
  public RealFft2(int width, int height) {
    this.width = width;
    this.height = height;
    alongRows = new ComplexFft(width);
    alongColumns = height == width ? alongRows : new ComplexFft(height);
  }

  /** The smallest even size, not below this one, whose only factors are 2, 3 and 5. */
  public static int fastSize(int atLeast) {
    int size = Math.max(2, atLeast + atLeast % 2);
    while (!smooth(size)) {
      size += 2;
    }
    return size;
  }

  private static boolean smooth(int size) {
    int rest = size;
    for (int factor : new int[] {2, 3, 5}) {
      while (rest % factor == 0) {
        rest /= factor;
      }
    }
    return rest == 1;
  }

  /**
   * Map to modes.
   *
   * @param map width x height values, row by row; not changed
   */
  public FourierPlane forward(float[] map, Loop loop) {
    checkMap(map);
    FourierPlane plane = FourierPlane.of(width, height);
    int pairs = (height + 1) / 2;
    loop.run(
        (pairs + LANES - 1) / LANES,
        block -> rowsForward(map, plane, block * LANES, Math.min(LANES, pairs - block * LANES)));
    columns(plane, false, loop);
    return plane;
  }

  /**
   * Modes to map, divided by the number of pixels, so that it undoes {@link #forward}.
   *
   * @param plane used as scratch: holds nothing useful afterwards
   * @param map width x height values, row by row; overwritten
   */
  public void inverse(FourierPlane plane, float[] map, Loop loop) {
    checkMap(map);
    if (plane.width() != width || plane.height() != height) {
      throw new IllegalArgumentException(
          "modes of a map of "
              + plane.width()
              + " x "
              + plane.height()
              + ", not "
              + width
              + " x "
              + height);
    }
    columns(plane, true, loop);
    int pairs = (height + 1) / 2;
    loop.run(
        (pairs + LANES - 1) / LANES,
        block -> rowsInverse(plane, map, block * LANES, Math.min(LANES, pairs - block * LANES)));
  }

  private void checkMap(float[] map) {
    if (map.length != width * height) {
      throw new IllegalArgumentException(
          "a map of " + map.length + " values, not " + width + " x " + height);
    }
  }

  /** Two real rows travel as real and imaginary part of one complex sequence. */
  private void rowsForward(float[] map, FourierPlane plane, int firstPair, int lanes) {
    Scratch s = new Scratch(width * lanes);
    for (int lane = 0; lane < lanes; lane++) {
      int even = 2 * (firstPair + lane) * width;
      boolean last = 2 * (firstPair + lane) + 1 >= height;
      for (int x = 0; x < width; x++) {
        s.re[x * lanes + lane] = map[even + x];
        s.im[x * lanes + lane] = last ? 0 : map[even + width + x];
      }
    }
    alongRows.transform(s.re, s.im, s.moreRe, s.moreIm, lanes);
    float[] out = plane.values();
    for (int lane = 0; lane < lanes; lane++) {
      int row = 2 * (firstPair + lane);
      boolean last = row + 1 >= height;
      for (int k = 0; k < plane.columns(); k++) {
        int here = k * lanes + lane;
        int there = (k == 0 ? 0 : width - k) * lanes + lane;
        int at = plane.index(k, row);
        out[at] = (float) (0.5 * (s.re[here] + s.re[there]));
        out[at + 1] = (float) (0.5 * (s.im[here] - s.im[there]));
        if (!last) {
          at = plane.index(k, row + 1);
          out[at] = (float) (0.5 * (s.im[here] + s.im[there]));
          out[at + 1] = (float) (-0.5 * (s.re[here] - s.re[there]));
        }
      }
    }
  }

  private void rowsInverse(FourierPlane plane, float[] map, int firstPair, int lanes) {
    Scratch s = new Scratch(width * lanes);
    float[] in = plane.values();
    for (int lane = 0; lane < lanes; lane++) {
      int row = 2 * (firstPair + lane);
      boolean last = row + 1 >= height;
      for (int k = 0; k < plane.columns(); k++) {
        int a = plane.index(k, row);
        int b = last ? a : plane.index(k, row + 1);
        // What is its own conjugate has no imaginary part in a real map: drop it rather than let it
        // leak into the other row.
        double own = k == 0 || 2 * k == width ? 0 : 1;
        double aRe = in[a];
        double aIm = own * in[a + 1];
        double bRe = last ? 0 : in[b];
        double bIm = last ? 0 : own * in[b + 1];
        int here = k * lanes + lane;
        int there = (k == 0 ? 0 : width - k) * lanes + lane;
        s.re[there] = aRe + bIm;
        s.im[there] = bRe - aIm;
        s.re[here] = aRe - bIm;
        s.im[here] = aIm + bRe;
      }
    }
    alongRows.transform(s.im, s.re, s.moreIm, s.moreRe, lanes);
    double norm = 1.0 / ((double) width * height);
    for (int lane = 0; lane < lanes; lane++) {
      int even = 2 * (firstPair + lane) * width;
      boolean last = 2 * (firstPair + lane) + 1 >= height;
      for (int x = 0; x < width; x++) {
        map[even + x] = (float) (norm * s.re[x * lanes + lane]);
        if (!last) {
          map[even + width + x] = (float) (norm * s.im[x * lanes + lane]);
        }
      }
    }
  }

  private void columns(FourierPlane plane, boolean inverse, Loop loop) {
    int columns = plane.columns();
    loop.run(
        (columns + LANES - 1) / LANES,
        block -> {
          int first = block * LANES;
          columnBlock(plane, first, Math.min(LANES, columns - first), inverse);
        });
  }

  private void columnBlock(FourierPlane plane, int first, int lanes, boolean inverse) {
    Scratch s = new Scratch(height * lanes);
    float[] values = plane.values();
    for (int row = 0; row < height; row++) {
      int at = plane.index(first, row);
      for (int lane = 0; lane < lanes; lane++) {
        s.re[row * lanes + lane] = values[at + 2 * lane];
        s.im[row * lanes + lane] = values[at + 2 * lane + 1];
      }
    }
    if (inverse) {
      alongColumns.transform(s.im, s.re, s.moreIm, s.moreRe, lanes);
    } else {
      alongColumns.transform(s.re, s.im, s.moreRe, s.moreIm, lanes);
    }
    for (int row = 0; row < height; row++) {
      int at = plane.index(first, row);
      for (int lane = 0; lane < lanes; lane++) {
        values[at + 2 * lane] = (float) s.re[row * lanes + lane];
        values[at + 2 * lane + 1] = (float) s.im[row * lanes + lane];
      }
    }
  }

  /** Two complex arrays, of one pass. */
  private static final class Scratch {
    final double[] re;
    final double[] im;
    final double[] moreRe;
    final double[] moreIm;

    Scratch(int size) {
      re = new double[size];
      im = new double[size];
      moreRe = new double[size];
      moreIm = new double[size];
    }
  }
}
