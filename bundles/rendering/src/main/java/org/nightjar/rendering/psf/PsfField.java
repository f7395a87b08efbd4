package org.nightjar.rendering.psf;

import java.util.List;
import org.nightjar.rendering.pixel.PixelGrid;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A point spread function that changes over the picture: a sum of kernels, each times a polynomial
 * of the place, as PSFEx writes them. Basis kernels may have any sum; the first should carry the
 * light.
 *
 * <p>Source: E. Bertin, ADASS XX (2011), ASP 442, 435. Unlike there, places are scaled so that the
 * picture is -1 to 1 along both axes.
 *
 * @param basis kernels, row-major, of one odd side, in the pixels of the picture
 * @param side of the kernels
 * @param powers the powers of x and y of each basis kernel's factor
 */
@ProviderType
public record PsfField(List<double[]> basis, int side, List<Term> powers) {
  /**
   * Powers of a place.
   *
   * @param x power of the column, at least 0
   * @param y power of the row, at least 0
   */
  public record Term(int x, int y) {}

  /** Copies the lists, and checks that they fit. */
  public PsfField {
    basis = List.copyOf(basis);
    powers = List.copyOf(powers);
    int size = side * side;
    if (side % 2 == 0
        || basis.size() != powers.size()
        || !basis.stream().allMatch(b -> b.length == size)) {
      throw new IllegalArgumentException(
          basis.size()
              + " kernels of side "
              + side
              + " with "
              + powers.size()
              + " terms: one term for each, squares of one odd side");
    }
  }

  /** The kernel at a place, with sum 1. */
  public Kernel at(PixelGrid grid, double x, double y) {
    double[] weights = new double[side * side];
    for (int b = 0; b < basis.size(); b++) {
      double factor = factor(powers.get(b), grid.column(x), grid.row(y), grid);
      for (int i = 0; i < weights.length; i++) {
        weights[i] += factor * basis.get(b)[i];
      }
    }
    return Kernel.of(side, weights);
  }

  /**
   * Convolves a picture: what each pixel sends out depends on where that pixel is.
   *
   * @param image row-major
   * @return another one
   */
  public float[] apply(PixelGrid grid, float[] image) {
    float[] out = new float[image.length];
    float[] weighted = new float[image.length];
    float[] part = new float[image.length];
    for (int b = 0; b < basis.size(); b++) {
      weigh(grid, powers.get(b), image, weighted);
      double sum = sum(basis.get(b));
      double shift = sum > 0 ? 0 : 1 - sum;
      convolve(grid, basis.get(b), shift, weighted, part);
      for (int i = 0; i < out.length; i++) {
        out[i] += part[i];
      }
    }
    return out;
  }

  /** A kernel needs a sum above 0; a point of light is added in its middle, and taken off again. */
  private void convolve(PixelGrid grid, double[] weights, double shift, float[] in, float[] out) {
    double[] lifted = weights.clone();
    lifted[lifted.length / 2] += shift;
    double sum = sum(lifted);
    Convolution.of(Kernel.of(side, lifted), grid.width(), grid.height()).apply(in, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) (out[i] * sum - shift * in[i]);
    }
  }

  private static void weigh(PixelGrid grid, Term term, float[] image, float[] weighted) {
    for (int row = 0; row < grid.height(); row++) {
      for (int column = 0; column < grid.width(); column++) {
        int at = row * grid.width() + column;
        weighted[at] = (float) (image[at] * factor(term, column, row, grid));
      }
    }
  }

  private static double factor(Term term, double column, double row, PixelGrid grid) {
    double u = grid.width() == 1 ? 0 : 2 * column / (grid.width() - 1) - 1;
    double v = grid.height() == 1 ? 0 : 2 * row / (grid.height() - 1) - 1;
    return Math.pow(u, term.x()) * Math.pow(v, term.y());
  }

  private static double sum(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }
}
