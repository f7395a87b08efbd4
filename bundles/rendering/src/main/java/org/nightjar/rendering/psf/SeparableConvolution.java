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
    float[] turned = new float[line.length];
    for (int tap = 0; tap < line.length; tap++) {
      // Turned around, so that lopsided kernels come out the right way round.
      turned[tap] = share * line[line.length - 1 - tap];
    }
    for (int row = 0; row < height; row++) {
      System.arraycopy(image, row * width, padded, half, width);
      add(padded, 0, 1, turned, 0, line.length, rows, row * width);
    }
  }

  private void alongColumns(float[] line, float[] out) {
    for (int row = 0; row < height; row++) {
      int first = Math.max(0, half - (height - 1 - row));
      int last = Math.min(line.length - 1, half + row);
      add(rows, (row + half - first) * width, -width, line, first, last + 1, out, row * width);
    }
  }

  /** Four weights at a time: a loop that the virtual machine runs on vectors. */
  private void add(
      float[] from, int at, int step, float[] line, int first, int end, float[] to, int toAt) {
    int tap = first;
    int a = at;
    for (; tap + 3 < end; tap += 4) {
      four(from, a, step, line[tap], line[tap + 1], line[tap + 2], line[tap + 3], to, toAt);
      a += 4 * step;
    }
    for (; tap < end; tap++) {
      float weight = line[tap];
      for (int i = 0; i < width; i++) {
        to[toAt + i] += weight * from[a + i];
      }
      a += step;
    }
  }

  private void four(
      float[] from, int a, int step, float w0, float w1, float w2, float w3, float[] to, int toAt) {
    int b = a + step;
    int c = b + step;
    int d = c + step;
    for (int i = 0; i < width; i++) {
      to[toAt + i] += w0 * from[a + i] + w1 * from[b + i] + w2 * from[c + i] + w3 * from[d + i];
    }
  }
}
