package org.nightjar.rendering;

import java.util.List;
import org.nightjar.rendering.light.PointSource;
import org.nightjar.rendering.pixel.PixelGrid;
import org.nightjar.rendering.pixel.PixelIntegrator;
import org.nightjar.rendering.pixel.Sampling;
import org.nightjar.rendering.pixel.Sky;
import org.nightjar.rendering.psf.Convolution;
import org.nightjar.rendering.psf.PointDrawing;
import org.nightjar.rendering.psf.Psf;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Renders pictures of one size through one point spread function.
 *
 * <p>Extended light is integrated over pixels and convolved with the function's values in the
 * middles of pixels, on a grid fine enough that there are at least two and a half of them in its
 * width, and then binned. (Pixels are in it once: the function is not integrated over them again.)
 * Points of light are drawn with the function integrated over pixels.
 *
 * <p>Has working memory for one picture: for one thread at a time.
 */
@ProviderType
public final class Renderer {
  private static final double LEAST_PIXELS_PER_WIDTH = 2.5;

  private final PixelGrid grid;
  private final int oversampling;
  private final PixelIntegrator integrator;
  private final Convolution convolution;
  private final PointDrawing points;
  private final float[] light;
  private final float[] seen;

  /**
   * A renderer.
   *
   * @param grid pixels of the picture
   * @param psf what a point looks like
   * @param sampling how pixels are integrated; the tolerance is per pixel of the picture
   */
  public Renderer(PixelGrid grid, Psf psf, Sampling sampling) {
    this(grid, psf, sampling, oversampling(grid, psf));
  }

  /**
   * A renderer that convolves on a finer grid.
   *
   * @param oversampling pixels of that grid along a pixel of the picture, at least 1
   */
  public Renderer(PixelGrid grid, Psf psf, Sampling sampling, int oversampling) {
    this.grid = grid;
    this.oversampling = oversampling;
    PixelGrid fine = grid.finer(oversampling);
    Sampling each =
        new Sampling(sampling.points(), sampling.tolerance() / (oversampling * oversampling));
    this.integrator = new PixelIntegrator(fine, each);
    int side = psf.side(fine.scale());
    this.convolution = Convolution.of(psf.sampled(fine.scale(), side), fine.width(), fine.height());
    this.points = new PointDrawing(grid, psf);
    this.light = new float[fine.pixels()];
    this.seen = new float[oversampling == 1 ? 0 : fine.pixels()];
  }

  /** How many pixels of a finer grid convolution needs along one of the picture. */
  public static int oversampling(PixelGrid grid, Psf psf) {
    return (int) Math.max(1, Math.ceil(LEAST_PIXELS_PER_WIDTH * grid.scale() / psf.fwhm() - 1e-9));
  }

  /** Pixels of the pictures. */
  public PixelGrid grid() {
    return grid;
  }

  /**
   * Renders a picture.
   *
   * @param sky extended light
   * @param stars points of light
   * @param image row-major, e-/s per pixel; overwritten
   */
  public void render(Sky sky, List<PointSource> stars, float[] image) {
    integrator.integrate(sky, light);
    if (oversampling == 1) {
      convolution.apply(light, image);
    } else {
      convolution.apply(light, seen);
      bin(image);
    }
    for (PointSource star : stars) {
      points.add(star, image);
    }
  }

  private void bin(float[] image) {
    int fineWidth = grid.width() * oversampling;
    for (int row = 0; row < grid.height(); row++) {
      for (int column = 0; column < grid.width(); column++) {
        float sum = 0;
        for (int j = 0; j < oversampling; j++) {
          int from = (row * oversampling + j) * fineWidth + column * oversampling;
          for (int i = 0; i < oversampling; i++) {
            sum += seen[from + i];
          }
        }
        image[row * grid.width() + column] = sum;
      }
    }
  }
}
