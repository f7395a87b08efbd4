package org.nightjar.mmwave.internal.fourier;

import java.util.ArrayList;
import java.util.List;

/**
 * The discrete Fourier transform of many complex sequences of one length at a time, by Stockham's
 * form of the fast algorithm: no reordering of bits, and the innermost loop runs over the
 * sequences, which lie interleaved, so that the compiler makes vector instructions of it.
 *
 * <p>Any length is possible; factors of 2, 3, 4 and 5 are fast, another prime p costs p steps per
 * element. Forward means exp(-2 pi i jk/n), without a factor. May be used by several threads.
 *
 * <p>Source: W. T. Cochran et al., What is the fast Fourier transform? (IEEE Trans. Audio 15,
 * 1967), section on Stockham's arrangement; C. Temperton, J. Comput. Phys. 52 (1983), 1, for radix
 * 3 and 5.
 */
public final class ComplexFft {
  private static final double SIN_60 = Math.sqrt(3) / 2;
  private static final double COS_72 = (Math.sqrt(5) - 1) / 4;
  private static final double COS_144 = -(Math.sqrt(5) + 1) / 4;
  private static final double SIN_72 = Math.sqrt((5 + Math.sqrt(5)) / 8);
  private static final double SIN_144 = Math.sqrt((5 - Math.sqrt(5)) / 8);

  private final int size;
  private final int[] radices;
  private final double[] cos;
  private final double[] sin;

  /** Transforms of this many elements, at least 1. */
  public ComplexFft(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("a transform of " + size + " elements");
    }
    this.size = size;
    radices = factors(size);
    cos = new double[size];
    sin = new double[size];
    for (int i = 0; i < size; i++) {
      cos[i] = Math.cos(2 * Math.PI * i / size);
      sin[i] = -Math.sin(2 * Math.PI * i / size);
    }
  }

  /** How many elements a sequence has. */
  public int size() {
    return size;
  }

  private static int[] factors(int size) {
    List<Integer> found = new ArrayList<>();
    int rest = size;
    for (int radix : new int[] {4, 5, 3, 2}) {
      while (rest % radix == 0) {
        found.add(radix);
        rest /= radix;
      }
    }
    for (int radix = 7; rest > 1; radix += 2) {
      while (rest % radix == 0) {
        found.add(radix);
        rest /= radix;
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Forward transform in place: element j of sequence l is at {@code j * lanes + l}.
   *
   * @param re real parts
   * @param im imaginary parts; exchange re and im (and the two scratch arrays) for the inverse,
   *     which is not divided by the size either
   * @param scratchRe as long as re
   * @param scratchIm as long as im
   * @param lanes how many sequences
   */
  public void transform(
      double[] re, double[] im, double[] scratchRe, double[] scratchIm, int lanes) {
    double[] fromRe = re;
    double[] fromIm = im;
    double[] toRe = scratchRe;
    double[] toIm = scratchIm;
    int length = size;
    int stride = lanes;
    for (int radix : radices) {
      Stage stage = new Stage(length / radix, stride, size / length);
      switch (radix) {
        case 2 -> two(stage, fromRe, fromIm, toRe, toIm);
        case 3 -> three(stage, fromRe, fromIm, toRe, toIm);
        case 4 -> four(stage, fromRe, fromIm, toRe, toIm);
        case 5 -> five(stage, fromRe, fromIm, toRe, toIm);
        default -> any(radix, stage, fromRe, fromIm, toRe, toIm);
      }
      double[] swapRe = fromRe;
      double[] swapIm = fromIm;
      fromRe = toRe;
      fromIm = toIm;
      toRe = swapRe;
      toIm = swapIm;
      length /= radix;
      stride *= radix;
    }
    if (radices.length % 2 == 1) {
      System.arraycopy(fromRe, 0, re, 0, size * lanes);
      System.arraycopy(fromIm, 0, im, 0, size * lanes);
    }
  }

  /**
   * One pass.
   *
   * @param groups butterflies with a twiddle factor each
   * @param stride butterflies that share it
   * @param step distance of the twiddle factors in the table
   */
  private record Stage(int groups, int stride, int step) {}

  private void two(Stage t, double[] xr, double[] xi, double[] yr, double[] yi) {
    int s = t.stride;
    for (int p = 0; p < t.groups; p++) {
      double wr = cos[p * t.step];
      double wi = sin[p * t.step];
      int a = s * p;
      int b = s * (p + t.groups);
      int o = s * 2 * p;
      for (int q = 0; q < s; q++) {
        double dr = xr[a + q] - xr[b + q];
        double di = xi[a + q] - xi[b + q];
        yr[o + q] = xr[a + q] + xr[b + q];
        yi[o + q] = xi[a + q] + xi[b + q];
        yr[o + s + q] = dr * wr - di * wi;
        yi[o + s + q] = dr * wi + di * wr;
      }
    }
  }

  private void three(Stage t, double[] xr, double[] xi, double[] yr, double[] yi) {
    int s = t.stride;
    for (int p = 0; p < t.groups; p++) {
      double w1r = cos[p * t.step];
      double w1i = sin[p * t.step];
      double w2r = cos[2 * p * t.step];
      double w2i = sin[2 * p * t.step];
      int a = s * p;
      int b = a + s * t.groups;
      int c = b + s * t.groups;
      int o = s * 3 * p;
      for (int q = 0; q < s; q++) {
        double sumR = xr[b + q] + xr[c + q];
        double sumI = xi[b + q] + xi[c + q];
        double ur = xr[a + q] - 0.5 * sumR;
        double ui = xi[a + q] - 0.5 * sumI;
        double vr = SIN_60 * (xr[b + q] - xr[c + q]);
        double vi = SIN_60 * (xi[b + q] - xi[c + q]);
        yr[o + q] = xr[a + q] + sumR;
        yi[o + q] = xi[a + q] + sumI;
        double r1 = ur + vi;
        double i1 = ui - vr;
        double r2 = ur - vi;
        double i2 = ui + vr;
        yr[o + s + q] = r1 * w1r - i1 * w1i;
        yi[o + s + q] = r1 * w1i + i1 * w1r;
        yr[o + 2 * s + q] = r2 * w2r - i2 * w2i;
        yi[o + 2 * s + q] = r2 * w2i + i2 * w2r;
      }
    }
  }

  private void four(Stage t, double[] xr, double[] xi, double[] yr, double[] yi) {
    int s = t.stride;
    for (int p = 0; p < t.groups; p++) {
      double w1r = cos[p * t.step];
      double w1i = sin[p * t.step];
      double w2r = cos[2 * p * t.step];
      double w2i = sin[2 * p * t.step];
      double w3r = cos[3 * p * t.step];
      double w3i = sin[3 * p * t.step];
      int a = s * p;
      int b = a + s * t.groups;
      int c = b + s * t.groups;
      int d = c + s * t.groups;
      int o = s * 4 * p;
      for (int q = 0; q < s; q++) {
        double acR = xr[a + q] + xr[c + q];
        double acI = xi[a + q] + xi[c + q];
        double bdR = xr[b + q] + xr[d + q];
        double bdI = xi[b + q] + xi[d + q];
        double uR = xr[a + q] - xr[c + q];
        double uI = xi[a + q] - xi[c + q];
        double vR = xr[b + q] - xr[d + q];
        double vI = xi[b + q] - xi[d + q];
        yr[o + q] = acR + bdR;
        yi[o + q] = acI + bdI;
        double r1 = uR + vI;
        double i1 = uI - vR;
        double r2 = acR - bdR;
        double i2 = acI - bdI;
        double r3 = uR - vI;
        double i3 = uI + vR;
        yr[o + s + q] = r1 * w1r - i1 * w1i;
        yi[o + s + q] = r1 * w1i + i1 * w1r;
        yr[o + 2 * s + q] = r2 * w2r - i2 * w2i;
        yi[o + 2 * s + q] = r2 * w2i + i2 * w2r;
        yr[o + 3 * s + q] = r3 * w3r - i3 * w3i;
        yi[o + 3 * s + q] = r3 * w3i + i3 * w3r;
      }
    }
  }

  private void five(Stage t, double[] xr, double[] xi, double[] yr, double[] yi) {
    int s = t.stride;
    int m = s * t.groups;
    for (int p = 0; p < t.groups; p++) {
      int a = s * p;
      int o = s * 5 * p;
      for (int q = 0; q < s; q++) {
        int j = a + q;
        double p1r = xr[j + m] + xr[j + 4 * m];
        double p1i = xi[j + m] + xi[j + 4 * m];
        double m1r = xr[j + m] - xr[j + 4 * m];
        double m1i = xi[j + m] - xi[j + 4 * m];
        double p2r = xr[j + 2 * m] + xr[j + 3 * m];
        double p2i = xi[j + 2 * m] + xi[j + 3 * m];
        double m2r = xr[j + 2 * m] - xr[j + 3 * m];
        double m2i = xi[j + 2 * m] - xi[j + 3 * m];
        double u1r = xr[j] + COS_72 * p1r + COS_144 * p2r;
        double u1i = xi[j] + COS_72 * p1i + COS_144 * p2i;
        double u2r = xr[j] + COS_144 * p1r + COS_72 * p2r;
        double u2i = xi[j] + COS_144 * p1i + COS_72 * p2i;
        double v1r = SIN_72 * m1r + SIN_144 * m2r;
        double v1i = SIN_72 * m1i + SIN_144 * m2i;
        double v2r = SIN_144 * m1r - SIN_72 * m2r;
        double v2i = SIN_144 * m1i - SIN_72 * m2i;
        yr[o + q] = xr[j] + p1r + p2r;
        yi[o + q] = xi[j] + p1i + p2i;
        yr[o + s + q] = u1r + v1i;
        yi[o + s + q] = u1i - v1r;
        yr[o + 2 * s + q] = u2r + v2i;
        yi[o + 2 * s + q] = u2i - v2r;
        yr[o + 3 * s + q] = u2r - v2i;
        yi[o + 3 * s + q] = u2i + v2r;
        yr[o + 4 * s + q] = u1r - v1i;
        yi[o + 4 * s + q] = u1i + v1r;
      }
      for (int k = 1; k < 5; k++) {
        twist(yr, yi, o + k * s, s, k * p * t.step);
      }
    }
  }

  private void any(int radix, Stage t, double[] xr, double[] xi, double[] yr, double[] yi) {
    int s = t.stride;
    int m = s * t.groups;
    int turn = size / radix;
    for (int p = 0; p < t.groups; p++) {
      for (int k = 0; k < radix; k++) {
        int o = s * (radix * p + k);
        System.arraycopy(xr, s * p, yr, o, s);
        System.arraycopy(xi, s * p, yi, o, s);
        for (int j = 1; j < radix; j++) {
          double wr = cos[j * k % radix * turn];
          double wi = sin[j * k % radix * turn];
          int from = s * p + j * m;
          for (int q = 0; q < s; q++) {
            yr[o + q] += xr[from + q] * wr - xi[from + q] * wi;
            yi[o + q] += xr[from + q] * wi + xi[from + q] * wr;
          }
        }
        twist(yr, yi, o, s, k * p * t.step);
      }
    }
  }

  /** Multiplies by a twiddle factor. */
  private void twist(double[] yr, double[] yi, int from, int count, int entry) {
    double wr = cos[entry];
    double wi = sin[entry];
    for (int q = from; q < from + count; q++) {
      double r = yr[q] * wr - yi[q] * wi;
      yi[q] = yr[q] * wi + yi[q] * wr;
      yr[q] = r;
    }
  }
}
