package org.nightjar.rendering.internal.fourier;

/**
 * Complex Fourier transforms of planes whose sides are powers of two: the way of Cooley and Tukey
 * (Math. Comp. 19 (1965), 297), rows first, then columns.
 */
public final class FourierPlane {
  private final int width;
  private final int height;
  private final FourierLine rows;
  private final FourierLine columns;
  private final double[] columnReal;
  private final double[] columnImaginary;

  /** A plane that holds at least this many points. */
  public FourierPlane(int leastWidth, int leastHeight) {
    this.width = powerOfTwo(leastWidth);
    this.height = powerOfTwo(leastHeight);
    this.rows = new FourierLine(width);
    this.columns = new FourierLine(height);
    this.columnReal = new double[height];
    this.columnImaginary = new double[height];
  }

  /** Points along a row. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** The transform, in place. */
  public void forward(double[] real, double[] imaginary) {
    for (int row = 0; row < height; row++) {
      rows.transform(real, imaginary, row * width);
    }
    for (int column = 0; column < width; column++) {
      for (int j = 0; j < height; j++) {
        columnReal[j] = real[j * width + column];
        columnImaginary[j] = imaginary[j * width + column];
      }
      columns.transform(columnReal, columnImaginary, 0);
      for (int j = 0; j < height; j++) {
        real[j * width + column] = columnReal[j];
        imaginary[j * width + column] = columnImaginary[j];
      }
    }
  }

  /** The inverse, in place, with its factor. */
  public void backward(double[] real, double[] imaginary) {
    // Swapping the parts turns one direction into the other.
    forward(imaginary, real);
    double scale = 1.0 / ((double) width * height);
    for (int i = 0; i < real.length; i++) {
      real[i] *= scale;
      imaginary[i] *= scale;
    }
  }

  private static int powerOfTwo(int least) {
    int power = 1;
    while (power < least) {
      power <<= 1;
    }
    return power;
  }
}
