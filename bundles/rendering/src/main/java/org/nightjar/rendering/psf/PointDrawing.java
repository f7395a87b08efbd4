package org.nightjar.rendering.psf;

import org.nightjar.rendering.light.PointSource;
import org.nightjar.rendering.pixel.PixelGrid;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Draws points of light where they are, not in the nearest pixel: each pixel gets the point spread
 * function integrated over it. All light lies within the function's reach.
 */
@ProviderType
public final class PointDrawing {
  private final PixelGrid grid;
  private final Psf psf;

  /** Drawing into pictures of one size. */
  public PointDrawing(PixelGrid grid, Psf psf) {
    this.grid = grid;
    this.psf = psf;
  }

  /**
   * Adds a point of light.
   *
   * @param source where and how bright
   * @param image row-major, e-/s per pixel
   */
  public void add(PointSource source, float[] image) {
    int reach = psf.side(grid.scale()) / 2 + 1;
    int column = (int) Math.rint(grid.column(source.x()));
    int row = (int) Math.rint(grid.row(source.y()));
    if (column < -reach || row < -reach) {
      return;
    }
    int size = 2 * reach + 1;
    double[] shares = new double[size * size];
    double sum = 0;
    for (int j = 0; j < size; j++) {
      double dy = grid.y(row + j - reach) - source.y();
      for (int i = 0; i < size; i++) {
        double dx = grid.x(column + i - reach) - source.x();
        shares[j * size + i] = psf.inPixel(dx, dy, grid.scale());
        sum += shares[j * size + i];
      }
    }
    double factor = source.flux() / sum;
    for (int j = Math.max(0, row - reach); j <= Math.min(grid.height() - 1, row + reach); j++) {
      for (int i = Math.max(0, column - reach);
          i <= Math.min(grid.width() - 1, column + reach);
          i++) {
        int from = (j - row + reach) * size + i - column + reach;
        image[j * grid.width() + i] += (float) (factor * shares[from]);
      }
    }
  }
}
