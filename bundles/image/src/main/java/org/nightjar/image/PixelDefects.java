package org.nightjar.image;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How many pixels of an image are of no use.
 *
 * @param pixels all pixels
 * @param bad NaN, infinite or beyond 1e30
 * @param saturated at or above the saturation level; 0 if none was given
 * @param dead far below the background, or exactly zero where the settings say so; alone or in
 *     columns
 * @param hot far above the background and alone, sharper than an optical system can be: no
 *     neighbour exceeds a tenth of it by 3 sigma; hot pixels and cosmic rays that hit one pixel.
 *     Saturated ones are not counted again
 */
@ProviderType
public record PixelDefects(long pixels, long bad, long saturated, long dead, long hot) {

  /** Counts, reading each row once. */
  public static PixelDefects count(
      PixelRows image, BackgroundMesh background, DefectSettings settings) {
    DefectCount count = new DefectCount(background, settings);
    SkyPass.run(image, background, List.of(count));
    return count.result();
  }

  /** Part of all pixels that is bad, 0 to 1, as those that follow. */
  public double badFraction() {
    return (double) bad / pixels;
  }

  public double saturatedFraction() {
    return (double) saturated / pixels;
  }

  public double deadFraction() {
    return (double) dead / pixels;
  }

  public double hotFraction() {
    return (double) hot / pixels;
  }
}
