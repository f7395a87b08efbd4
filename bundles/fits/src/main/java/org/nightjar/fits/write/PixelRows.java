package org.nightjar.fits.write;

import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Gives the pixels of an image row by row, in order, each once. Rows are counted through all
 * planes: row {@code plane * height + y}, the lowest first. What is given holds a row and belongs
 * to the writer.
 */
@ConsumerType
public sealed interface PixelRows
    permits PixelRows.Ints, PixelRows.Longs, PixelRows.Floats, PixelRows.Doubles {

  /** Integers of formats up to 32 bits. */
  @ConsumerType
  @FunctionalInterface
  non-sealed interface Ints extends PixelRows {
    /** Fills in one row. */
    void read(long row, int[] target) throws NightjarException;
  }

  /** Integers of any format. */
  @ConsumerType
  @FunctionalInterface
  non-sealed interface Longs extends PixelRows {
    /** Fills in one row. */
    void read(long row, long[] target) throws NightjarException;
  }

  /** Single precision, for {@link PixelFormat#FLOAT32}. */
  @ConsumerType
  @FunctionalInterface
  non-sealed interface Floats extends PixelRows {
    /** Fills in one row. */
    void read(long row, float[] target) throws NightjarException;
  }

  /** Double precision, for {@link PixelFormat#FLOAT64}. */
  @ConsumerType
  @FunctionalInterface
  non-sealed interface Doubles extends PixelRows {
    /** Fills in one row. */
    void read(long row, double[] target) throws NightjarException;
  }
}
