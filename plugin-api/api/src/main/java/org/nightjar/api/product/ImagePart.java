package org.nightjar.api.product;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An image or a cube of planes.
 *
 * <p>Pixels come row by row, the lowest row first (FITS order), in the caller's type and buffer:
 * {@code read} puts exactly {@code region.size()} values at the buffer's position and moves it.
 * Scaling (BSCALE, BZERO) is applied; blank pixels are NaN for float and double readers. Integer
 * readers throw {@code BAD_ARGUMENT} for an image that is not integer or does not fit, and give
 * blank pixels as stored. All methods throw {@link NightjarException} of category DATA for damaged
 * bytes and are safe for use by several threads.
 */
@ConsumerType
public non-sealed interface ImagePart extends Part {
  /** Columns. */
  int width();

  /** Rows. */
  int height();

  /** Planes: 1 for a plain image. */
  int planes();

  /** What reads the pixels without loss. */
  PixelType pixelType();

  /** The whole first plane. */
  default Region region() {
    return Region.of(0, 0, width(), height());
  }

  /**
   * The plane beside this image that says this of its pixels, if the product brought one. Of the
   * same size, except for {@link PlaneRole#PSF}.
   */
  default Optional<ImagePart> plane(PlaneRole role) {
    return Optional.empty();
  }

  /**
   * The amplifiers that the detector is read through, with the places of their data and overscan;
   * empty if the header does not tell.
   */
  default List<Amplifier> amplifiers() {
    return List.of();
  }

  /** Reads pixels in single precision. */
  void read(Region region, FloatBuffer target) throws NightjarException;

  /** Reads pixels in double precision. */
  void read(Region region, DoubleBuffer target) throws NightjarException;

  /** Reads integer pixels that fit into 32 bits. */
  void read(Region region, IntBuffer target) throws NightjarException;

  /** Reads integer pixels. */
  void read(Region region, LongBuffer target) throws NightjarException;

  /**
   * Visits the first plane tile by tile in single precision, in the storage's own tiling (whole
   * rows for a plain image), each pixel once, one tile at a time.
   */
  void forEachTile(TileVisitor visitor) throws NightjarException;
}
