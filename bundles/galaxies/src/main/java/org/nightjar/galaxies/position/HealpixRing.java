package org.nightjar.galaxies.position;

/** Indices of HEALPix pixels along rings of equal latitude, from north to south. */
final class HealpixRing {
  private HealpixRing() {}

  static HealpixPixel pixel(long nside, long index) {
    long pixels = 12 * nside * nside;
    if (index < 0 || index >= pixels || nside < 1 || nside > 1L << 29) {
      throw new IllegalArgumentException("no pixel " + index + " of nside " + nside);
    }
    long cap = 2 * nside * (nside - 1);
    if (index < cap) {
      long ring = capRing(index);
      long along = index - 2 * ring * (ring - 1);
      long step = along % ring;
      return new HealpixPixel(nside, (int) (along / ring), nside - ring + step, nside - 1 - step);
    }
    if (index >= pixels - cap) {
      long ring = capRing(pixels - 1 - index);
      long along = index - (pixels - 2 * ring * (ring + 1));
      long step = along % ring;
      return new HealpixPixel(nside, 8 + (int) (along / ring), step, ring - 1 - step);
    }
    return belt(nside, nside + (index - cap) / (4 * nside), (index - cap) % (4 * nside));
  }

  /** The ring of a pixel of the northern cap, from 1. */
  private static long capRing(long index) {
    long ring = (1 + (long) Math.sqrt(1 + 2.0 * index)) / 2;
    while (2 * ring * (ring - 1) > index) {
      ring--;
    }
    while (2 * ring * (ring + 1) <= index) {
      ring++;
    }
    return ring;
  }

  /** Rings nside to 3 nside; every second one begins half a pixel later. */
  private static HealpixPixel belt(long nside, long ring, long along) {
    long eighths = 2 * along + ((ring - nside) % 2 == 0 ? 1 : 0);
    for (int face = 0; face < 12; face++) {
      long off = eighths - HealpixSquare.east(face) * nside;
      off -= 8 * nside * Math.floorDiv(off + 4 * nside, 8 * nside);
      long sum = HealpixSquare.south(face) * nside - ring - 1;
      long x = Math.floorDiv(sum + off, 2);
      long y = Math.floorDiv(sum - off, 2);
      if (x >= 0 && x < nside && y >= 0 && y < nside) {
        return new HealpixPixel(nside, face, x, y);
      }
    }
    throw new IllegalStateException("ring " + ring + " of nside " + nside + " has a gap");
  }

  static long index(HealpixPixel pixel) {
    long nside = pixel.nside();
    long pixels = 12 * nside * nside;
    long ring = HealpixSquare.south(pixel.face()) * nside - pixel.x() - pixel.y() - 1;
    if (ring < nside) {
      return 2 * ring * (ring - 1) + pixel.face() % 4 * ring + nside - 1 - pixel.y();
    }
    if (ring > 3 * nside) {
      long south = 4 * nside - ring;
      return pixels - 2 * south * (south + 1) + pixel.face() % 4 * south + pixel.x();
    }
    long shift = (ring - nside) % 2 == 0 ? 1 : 0;
    long eighths = HealpixSquare.east(pixel.face()) * nside + pixel.x() - pixel.y();
    long along = Math.floorMod(eighths - shift, 8 * nside) / 2;
    return 2 * nside * (nside - 1) + (ring - nside) * 4 * nside + along;
  }
}
