package org.nightjar.image;

import org.nightjar.image.internal.background.Grid;
import org.nightjar.image.internal.background.SmoothSurface;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Background and noise at every pixel: a natural bicubic spline through the centres of the meshes,
 * which the outermost pieces extend to the rim. Rows are computed when asked for, never the whole
 * map; {@link #rows} does so faster. Safe for use by many threads.
 */
@ProviderType
public final class BackgroundMap {

  private final SmoothSurface background;
  private final SmoothSurface rms;

  BackgroundMap(Grid background, Grid rms, BackgroundSettings settings) {
    this.background = new SmoothSurface(background, settings.meshWidth(), settings.meshHeight());
    this.rms = new SmoothSurface(rms, settings.meshWidth(), settings.meshHeight());
  }

  /** Writes the background of pixels (0..width-1, y) to the start of {@code into}. */
  public void backgroundRow(int y, int width, float[] into) {
    background.rows(width).row(y, into);
  }

  /** Writes the noise of pixels (0..width-1, y), never negative, to the start of {@code into}. */
  public void rmsRow(int y, int width, float[] into) {
    rms.rows(width).row(y, into);
    for (int x = 0; x < width; x++) {
      into[x] = Math.max(0, into[x]);
    }
  }

  /** For reading in order, which is much faster; for one thread. */
  public BackgroundRows rows(int width) {
    return new BackgroundRows(background.rows(width), rms.rows(width), width);
  }
}
