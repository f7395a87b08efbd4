package org.nightjar.sky.internal.projection;

/** 1 + sin(theta) of a unit vector, with all its digits even near the southern pole. */
final class OnePlus {
  private OnePlus() {}

  static double sine(double[] vector) {
    double n = vector[2];
    return n >= 0 ? 1 + n : (vector[0] * vector[0] + vector[1] * vector[1]) / (1 - n);
  }
}
