package org.nightjar.mmwave.fourier;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The Fourier transform of a real map, F(kx, ky) = sum over pixels of T(x, y) exp[-2 pi i (kx x /
 * width + ky y / height)], without a factor. Only kx from 0 to width/2 is kept: the rest is the
 * complex conjugate of the opposite mode.
 *
 * <p>Single precision: 4 bytes per pixel of the map. Row r holds ky = r, or r - height above
 * height/2.
 *
 * @param width of the map, pixels
 * @param height of the map, pixels
 * @param values real and imaginary parts in turn, row by row; not copied
 */
@ProviderType
public record FourierPlane(int width, int height, float[] values) {
  /** Checks the number of values. */
  public FourierPlane {
    if (width < 1 || height < 1 || values.length != length(width, height)) {
      throw new IllegalArgumentException(
          "a plane of a map of " + width + " x " + height + " with " + values.length + " values");
    }
  }

  /** All zero. */
  public static FourierPlane of(int width, int height) {
    return new FourierPlane(width, height, new float[length(width, height)]);
  }

  private static int length(int width, int height) {
    return Math.multiplyExact(2 * (width / 2 + 1), height);
  }

  /** How many kx are kept: width/2 + 1. */
  public int columns() {
    return width / 2 + 1;
  }

  /** ky of a row, -height/2 ... height/2. */
  public int frequency(int row) {
    return row <= height / 2 ? row : row - height;
  }

  /** Where the real part of a mode is; the imaginary part follows. */
  public int index(int column, int row) {
    return 2 * (row * columns() + column);
  }

  /**
   * How often the mode counts in a sum over the whole plane: 2, or 1 where the conjugate is itself
   * kept or the mode is its own.
   */
  public int weight(int column) {
    return column == 0 || 2 * column == width ? 1 : 2;
  }

  /** Another plane with the same values. */
  public FourierPlane copy() {
    return new FourierPlane(width, height, values.clone());
  }
}
