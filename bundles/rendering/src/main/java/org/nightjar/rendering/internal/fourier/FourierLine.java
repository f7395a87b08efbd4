package org.nightjar.rendering.internal.fourier;

/** Complex Fourier transforms of one length, a power of two. */
final class FourierLine {
  private final int length;
  private final int[] swap;
  private final double[] cosines;
  private final double[] sines;

  FourierLine(int length) {
    this.length = length;
    this.swap = new int[length];
    int bits = Integer.numberOfTrailingZeros(length);
    for (int i = 0; i < length; i++) {
      swap[i] = bits == 0 ? 0 : Integer.reverse(i) >>> (32 - bits);
    }
    this.cosines = new double[Math.max(1, length / 2)];
    this.sines = new double[Math.max(1, length / 2)];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = Math.cos(2 * Math.PI * i / length);
      sines[i] = -Math.sin(2 * Math.PI * i / length);
    }
  }

  void transform(double[] real, double[] imaginary, int from) {
    for (int i = 0; i < length; i++) {
      if (swap[i] > i) {
        exchange(real, from + i, from + swap[i]);
        exchange(imaginary, from + i, from + swap[i]);
      }
    }
    for (int half = 1; half < length; half <<= 1) {
      int stride = length / (2 * half);
      for (int block = from; block < from + length; block += 2 * half) {
        for (int k = 0; k < half; k++) {
          double c = cosines[k * stride];
          double s = sines[k * stride];
          int low = block + k;
          int high = low + half;
          double re = real[high] * c - imaginary[high] * s;
          double im = real[high] * s + imaginary[high] * c;
          real[high] = real[low] - re;
          imaginary[high] = imaginary[low] - im;
          real[low] += re;
          imaginary[low] += im;
        }
      }
    }
  }

  private static void exchange(double[] values, int a, int b) {
    double kept = values[a];
    values[a] = values[b];
    values[b] = kept;
  }
}
