package org.nightjar.simulation.internal.component;

/** Takes two uniform numbers to a place within a circle on the sphere, of equal area. */
final class SphericalCap {
  private static final double DEGREE = StrictMath.PI / 180;

  private final double ra;
  private final double sinDec;
  private final double cosDec;
  private final double depth;

  /** A circle; all in degrees. */
  SphericalCap(double ra, double dec, double radius) {
    this.ra = ra;
    this.sinDec = StrictMath.sin(dec * DEGREE);
    this.cosDec = StrictMath.cos(dec * DEGREE);
    double half = StrictMath.sin(radius * DEGREE / 2);
    this.depth = 2 * half * half; // 1 - cos(radius), exact for small circles
  }

  /** Puts right ascension, 0 to 360, and declination, degrees, at an index of two arrays. */
  void place(double first, double second, double[] rightAscension, double[] declination, int at) {
    double below = first * depth;
    double along = 1 - below;
    double across = StrictMath.sqrt(below * (2 - below));
    double angle = 2 * StrictMath.PI * second;
    double north = across * StrictMath.cos(angle);
    double east = across * StrictMath.sin(angle);
    double z = along * sinDec + north * cosDec;
    double x = along * cosDec - north * sinDec;
    double degrees = ra + StrictMath.atan2(east, x) / DEGREE;
    double turn = degrees - 360 * Math.floor(degrees / 360);
    rightAscension[at] = turn < 360 ? turn : 0;
    declination[at] = StrictMath.atan2(z, StrictMath.hypot(x, east)) / DEGREE;
  }
}
