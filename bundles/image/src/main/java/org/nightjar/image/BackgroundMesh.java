package org.nightjar.image;

import org.nightjar.image.internal.background.Grid;
import org.nightjar.image.internal.background.MeshMeasurement;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Background and noise of an image on a coarse mesh, as SExtractor documents them (Bertin & Arnouts
 * 1996, A&AS 117, 393).
 *
 * <p>The histogram of each mesh is clipped at 3 sigma around its median until sigma settles; the
 * background is 2.5 median - 1.5 mean, or the median where the two differ by more than 0.3 sigma
 * (crowded); the noise is the clipped standard deviation. Bad pixels are left out; a mesh less than
 * half good takes the mean of its nearest good neighbours. The mesh is then median filtered. Values
 * are in the image's unit. Immutable.
 */
@ProviderType
public final class BackgroundMesh {

  private final int width;
  private final int height;
  private final BackgroundSettings settings;
  private final Grid background;
  private final Grid rms;
  private final double globalBackground;
  private final double globalRms;
  private final long goodPixels;

  private BackgroundMesh(
      int width,
      int height,
      BackgroundSettings settings,
      Grid background,
      Grid rms,
      long goodPixels) {
    this.width = width;
    this.height = height;
    this.settings = settings;
    this.background = background;
    this.rms = rms;
    this.globalBackground = background.median();
    this.globalRms = typicalNoise(rms);
    this.goodPixels = goodPixels;
  }

  /** Measures an image, reading each row once and holding one row of meshes. */
  public static BackgroundMesh measure(PixelRows image, BackgroundSettings settings) {
    int width = image.width();
    int height = image.height();
    ImageSize.check(width, height, Integer.MAX_VALUE);
    MeshMeasurement meshes =
        new MeshMeasurement(width, height, settings.meshWidth(), settings.meshHeight());
    float[] row = new float[width];
    for (int y = 0; y < height; y++) {
      image.readRow(y, row);
      meshes.add(row);
    }
    return new BackgroundMesh(
        width,
        height,
        settings,
        meshes.background(settings.filterSize()),
        meshes.rms(settings.filterSize()),
        meshes.goodPixels());
  }

  /** The median over the meshes of the noise; of those that have any, where most have none. */
  private static double typicalNoise(Grid rms) {
    double median = rms.median();
    if (median != 0) {
      return median;
    }
    double[] noisy = rms.values().clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = noisy[i] > 0 ? noisy[i] : Double.NaN;
    }
    double typical = new Grid(noisy, rms.columns(), rms.rows()).median();
    return Double.isNaN(typical) ? 0 : typical;
  }

  /**
   * The median over the meshes, which SExtractor prints as "Background"; NaN if the image has no
   * good pixel.
   */
  public double globalBackground() {
    return globalBackground;
  }

  /**
   * The median over the meshes of the noise, which SExtractor prints as "RMS"; 0 for an image
   * without noise, NaN if it has no good pixel.
   */
  public double globalRms() {
    return globalRms;
  }

  /** Pixels that are not bad. */
  public long goodPixels() {
    return goodPixels;
  }

  /** Meshes across the image. */
  public int columns() {
    return background.columns();
  }

  /** Meshes down the image. */
  public int rows() {
    return background.rows();
  }

  /** The background of one mesh after filtering; NaN if the image has no good pixel. */
  public double background(int column, int row) {
    return background.at(column, row);
  }

  /** The noise of one mesh after filtering; NaN if the image has no good pixel. */
  public double rms(int column, int row) {
    return rms.at(column, row);
  }

  /** The image's width. */
  int width() {
    return width;
  }

  /** The image's height. */
  int height() {
    return height;
  }

  /** The middle of a column of meshes, the last of which may be narrower; in pixels. */
  double centreX(int column) {
    int left = column * settings.meshWidth();
    return (left + Math.min(width, left + settings.meshWidth()) - 1) / 2.0;
  }

  /** The middle of a row of meshes. */
  double centreY(int row) {
    int top = row * settings.meshHeight();
    return (top + Math.min(height, top + settings.meshHeight()) - 1) / 2.0;
  }

  /** The mesh made smooth, for every pixel. */
  public BackgroundMap map() {
    return new BackgroundMap(background, rms, settings);
  }
}
