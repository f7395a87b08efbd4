package org.nightjar.galaxies.position;

/**
 * The twelve squares of HEALPix. Each stands on a corner; coordinates run from 0 to 1 from its
 * southern corner to the north-east and to the north-west.
 */
final class HealpixSquare {
  /** Twice the turn of the faces' southern corners from the meridian, in quarters. */
  private static final int[] EAST = {1, 3, 5, 7, 0, 2, 4, 6, 1, 3, 5, 7};

  private static final double TURN = 8;

  private HealpixSquare() {}

  /** How far the southern corner of a face is from the north pole, in diagonals' halves. */
  static int south(int face) {
    return 2 + face / 4;
  }

  /** How far east a face's middle is, in eighths of a turn. */
  static int east(int face) {
    return EAST[face];
  }

  static void place(int face, double x, double y, double[] into) {
    double down = south(face) - x - y;
    double narrow = Math.min(1, Math.min(down, 4 - down));
    double eighths = narrow > 0 ? east(face) + (x - y) / narrow : east(face);
    double longitude = 45 * eighths;
    into[0] = longitude - 360 * Math.floor(longitude / 360);
    if (narrow < 1) {
      // Near a pole the sine says nothing; its distance from 1 does.
      double short1 = narrow * narrow / 3;
      double cosine = Math.sqrt(short1 * (2 - short1));
      double latitude = Math.toDegrees(StrictMath.atan2(1 - short1, cosine));
      into[1] = down < 2 ? latitude : -latitude;
    } else {
      into[1] = Math.toDegrees(StrictMath.asin((2 - down) * 2 / 3));
    }
  }

  static HealpixPixel pixel(long nside, double longitude, double latitude) {
    double turns = longitude / 360 - Math.floor(longitude / 360);
    double eighths = TURN * turns;
    double sine = StrictMath.sin(Math.toRadians(latitude));
    double down;
    double narrow = 1;
    if (Math.abs(sine) <= 2 / 3.0) {
      down = 2 - 1.5 * sine;
    } else {
      // 1 - sin of the latitude, without cancellation.
      double half = StrictMath.sin(Math.toRadians((90 - Math.abs(latitude)) / 2));
      narrow = half * Math.sqrt(6);
      down = sine > 0 ? narrow : 4 - narrow;
    }
    int best = 0;
    double inside = Double.NEGATIVE_INFINITY;
    for (int face = 0; face < 12; face++) {
      double margin = margin(x(face, down, narrow, eighths), y(face, down, narrow, eighths));
      if (margin > inside) {
        inside = margin;
        best = face;
      }
    }
    return new HealpixPixel(
        nside,
        best,
        cell(nside, x(best, down, narrow, eighths)),
        cell(nside, y(best, down, narrow, eighths)));
  }

  private static double margin(double x, double y) {
    return Math.min(Math.min(x, 1 - x), Math.min(y, 1 - y));
  }

  private static long cell(long nside, double x) {
    return Math.max(0, Math.min(nside - 1, (long) Math.floor(x * nside)));
  }

  private static double x(int face, double down, double narrow, double eighths) {
    return (south(face) - down + across(face, narrow, eighths)) / 2;
  }

  private static double y(int face, double down, double narrow, double eighths) {
    return (south(face) - down - across(face, narrow, eighths)) / 2;
  }

  private static double across(int face, double narrow, double eighths) {
    double off = eighths - east(face);
    return (off - TURN * Math.rint(off / TURN)) * narrow;
  }
}
