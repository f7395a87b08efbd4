package org.nightjar.fits.internal.image;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Region;

/**
 * Where the pixels of one image come from: stored as they are, or in compressed tiles. Regions lie
 * within the image and fit into the targets, whose positions move; otherwise as in {@link
 * org.nightjar.api.product.ImagePart}.
 */
public interface PixelStore {
  /** Columns that are best read together. */
  int tileWidth();

  /** Rows that are best read together. */
  int tileHeight();

  /** Reads in single precision. */
  void read(Region region, FloatBuffer target) throws NightjarException;

  /** Reads in double precision. */
  void read(Region region, DoubleBuffer target) throws NightjarException;

  /** Reads whole numbers of 32 bits. */
  void read(Region region, IntBuffer target) throws NightjarException;

  /** Reads whole numbers of 64 bits. */
  void read(Region region, LongBuffer target) throws NightjarException;
}
