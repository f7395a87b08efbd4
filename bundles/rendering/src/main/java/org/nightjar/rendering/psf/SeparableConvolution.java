package org.nightjar.rendering.psf;

import java.util.Arrays;
import java.util.List;

/** Along the rows, then along the columns, for each product of a kernel. */
final class SeparableConvolution extends Convolution {
  private final List<Kernel.Factor> factors;
  private final float[][] lines;
  private final int half;
  private final int width;
  private final int height;
  private final float[] padded;
  private final float[] rows;

  SeparableConvolution(Kernel kernel, int width, int height) {
    this.factors = kernel.factors();
    this.half = kernel.side() / 2;
    this.width = width;
    this.height = height;
    this.padded = new float[width + 2 * half];
    this.rows = new float[width * height];
    this.lines = new float[factors.size()][];
    for (int f = 0; f < lines.length; f++) {
      double[] line = factors.get(f).line();
      lines[f] = new float[line.length];
      for (int i = 0; i < line.length; i++) {
        lines[f][i] = (float) line[i];
      }
    }
  }

  @Override
  public void apply(float[] image, float[] out) {
    Arrays.fill(out, 0, width * height, 0);
    for (int f = 0; f < lines.length; f++) {
      alongRows(image, lines[f], (float) factors.get(f).share());
      alongColumns(lines[f], out);
    }
  }

  private void alongRows(float[] image, float[] line, float share) {
    Arrays.fill(rows, 0);
    for (int row = 0; row < height; row++) {
      System.arraycopy(image, row * width, padded, half, width);
      // A kernel reversed, so that lopsided ones come out the right way round.
      for (int tap = 0; tap < line.length; tap++) {
        add(padded, line.length - 1 - tap, share * line[tap], rows, row * width);
      }
    }
  }

  private void alongColumns(float[] line, float[] out) {
    for (int row = 0; row < height; row++) {
      int first = Math.max(0, half - (height - 1 - row));
      int last = Math.min(line.length - 1, half + row);
      for (int tap = first; tap <= last; tap++) {
        add(rows, (row + half - tap) * width, line[tap], out, row * width);
      }
    }
  }

  /** A loop that the virtual machine runs on vectors. */
  private void add(float[] from, int at, float weight, float[] to, int toAt) {
    for (int i = 0; i < width; i++) {
      to[toAt + i] += weight * from[at + i];
    }
  }
}
