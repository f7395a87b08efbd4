package org.nightjar.sky.internal.projection;

import java.util.Arrays;

/** Native vectors from angles, and what is nowhere. */
final class Native {
  /** How far beyond its edge a point may lie, in radians or units of the radius: rounding. */
  static final double EDGE = 1e-12;

  static final double HALF_PI = Math.PI / 2;

  private Native() {}

  static void nowhere(double[] target) {
    Arrays.fill(target, Double.NaN);
  }

  static void set(double[] vector, double l, double m, double n) {
    vector[0] = l;
    vector[1] = m;
    vector[2] = n;
  }

  static void set(double[] plane, double x, double y) {
    plane[0] = x;
    plane[1] = y;
  }

  /** The vector of a longitude and of a latitude given by its cosine and sine. */
  static void at(double phi, double cosTheta, double sinTheta, double[] vector) {
    if (Math.abs(phi) <= Math.PI + EDGE) {
      set(vector, cosTheta * Math.cos(phi), cosTheta * Math.sin(phi), sinTheta);
    } else {
      nowhere(vector);
    }
  }

  static double longitude(double[] vector) {
    return Math.atan2(vector[1], vector[0]);
  }

  static double cosTheta(double[] vector) {
    return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1]);
  }

  static double latitude(double[] vector) {
    return Math.atan2(vector[2], cosTheta(vector));
  }
}
