package org.nightjar.galaxies.position;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A pixel of HEALPix. The projection behind it keeps areas, so a uniform place in a pixel's square
 * is a uniform place in the pixel on the sky: nothing is drawn in vain, nothing is cut off.
 *
 * <p>Source: K. M. Górski et al., ApJ 622 (2005), 759, sections 4 and 5; M. R. Calabretta and B. F.
 * Roukema, MNRAS 381 (2007), 865.
 *
 * @param nside pixels along a face, from 1 to 2^29
 * @param face from 0 to 11
 * @param x along the face's north-east edge, from 0 to nside - 1
 * @param y along its north-west edge, from 0 to nside - 1
 */
@ProviderType
public record HealpixPixel(long nside, int face, long x, long y) implements SkyRegion {
  private static final int FACES = 12;
  private static final long MOST = 1L << 29;

  /** Checks. */
  public HealpixPixel {
    if (!(nside >= 1 && nside <= MOST)
        || !(face >= 0 && face < FACES && x >= 0 && x < nside && y >= 0 && y < nside)) {
      throw new IllegalArgumentException(
          "no pixel " + x + ", " + y + " on face " + face + " of nside " + nside);
    }
  }

  /**
   * The pixel of a nested index.
   *
   * @param nside a power of two, from 1 to 2^29
   * @param index from 0 to 12 nside^2 - 1
   */
  public static HealpixPixel nested(long nside, long index) {
    if (nside < 1 || Long.bitCount(nside) != 1) {
      throw new IllegalArgumentException("nested pixels of nside " + nside + ", no power of two");
    }
    long inFace = index & (nside * nside - 1);
    int face = (int) Math.floorDiv(index, nside * nside);
    return new HealpixPixel(nside, face, everySecondBit(inFace), everySecondBit(inFace >>> 1));
  }

  /**
   * The pixel of a ring index.
   *
   * @param nside from 1 to 2^29
   * @param index from 0 to 12 nside^2 - 1
   */
  public static HealpixPixel ring(long nside, long index) {
    return HealpixRing.pixel(nside, index);
  }

  /** The pixel that holds a place, degrees. */
  public static HealpixPixel containing(long nside, double longitude, double latitude) {
    return HealpixSquare.pixel(nside, longitude, latitude);
  }

  /** The nested index; only for an nside that is a power of two. */
  public long nested() {
    if (Long.bitCount(nside) != 1) {
      throw new IllegalStateException("nested pixels of nside " + nside + ", no power of two");
    }
    return face * nside * nside + spread(x) + 2 * spread(y);
  }

  /** The ring index. */
  public long ring() {
    return HealpixRing.index(this);
  }

  @Override
  public void draw(RandomGenerator random, double[] into) {
    double u = random.nextDouble();
    place(u, random.nextDouble(), into);
  }

  /**
   * The place of a point of the pixel's square.
   *
   * @param u from 0 to 1 along x
   * @param v from 0 to 1 along y
   * @param into longitude from 0 to 360 and latitude, degrees
   */
  public void place(double u, double v, double[] into) {
    HealpixSquare.place(face, (x + u) / nside, (y + v) / nside, into);
  }

  private static long everySecondBit(long bits) {
    long found = 0;
    for (int i = 0; i < 32; i++) {
      found |= (bits >>> (2 * i) & 1) << i;
    }
    return found;
  }

  private static long spread(long bits) {
    long found = 0;
    for (int i = 0; i < 32; i++) {
      found |= (bits >>> i & 1) << (2 * i);
    }
    return found;
  }
}
