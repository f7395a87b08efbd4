package org.nightjar.image;

import org.nightjar.image.internal.background.SurfaceRows;
import org.osgi.annotation.versioning.ProviderType;

/** Rows of a {@link BackgroundMap}, fast when read from the top down. For one thread. */
@ProviderType
public final class BackgroundRows {

  private final SurfaceRows background;
  private final SurfaceRows rms;
  private final int width;

  BackgroundRows(SurfaceRows background, SurfaceRows rms, int width) {
    this.background = background;
    this.rms = rms;
    this.width = width;
  }

  /** Writes the background of row y. */
  public void background(int y, float[] into) {
    background.row(y, into);
  }

  /** Writes the noise of row y, never negative. */
  public void rms(int y, float[] into) {
    rms.row(y, into);
    for (int x = 0; x < width; x++) {
      into[x] = Math.max(0, into[x]);
    }
  }

  /** Writes row y of an image above the background; bad pixels are NaN. */
  public void above(int y, float[] image, float[] into) {
    background.subtract(y, image, into);
  }
}
