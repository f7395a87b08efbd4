package org.nightjar.image;

import java.util.List;
import org.nightjar.image.internal.detection.SharpRows;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Pixels that are sharper than the optics allow: cosmic rays, hot pixels, and clusters of them.
 *
 * <p>In the spirit of L.A.Cosmic (van Dokkum 2001, PASP 113, 1420): a pixel is one whose Laplacian
 * stands above the noise and above what a star with such surroundings would have. Stars with a FWHM
 * of 1.5 pixels or more stay; so do spots two pixels wide. Pixels at the rim of the image,
 * saturated and bad ones and those beside them are not judged.
 *
 * @param pixels how many such pixels
 * @param goodPixels of how many
 * @param groupCount how many 8-connected groups they form
 * @param groups the first of these, from the top of the image down; bounded by the settings
 */
@ProviderType
public record CosmicRays(long pixels, long goodPixels, int groupCount, List<Group> groups) {

  public CosmicRays {
    groups = List.copyOf(groups);
  }

  /**
   * Pixels that touch.
   *
   * @param left first column
   * @param top first row
   * @param right last column
   * @param bottom last row
   * @param pixels how many
   * @param flux their sum above the background
   */
  @ProviderType
  public record Group(int left, int top, int right, int bottom, int pixels, double flux) {}

  /** Finds them, reading each row once. {@code saturationLevel} is NaN where there is none. */
  public static CosmicRays find(
      PixelRows image,
      BackgroundMesh background,
      double saturationLevel,
      CosmicRaySettings settings) {
    SharpRows rows = rows(image.width(), saturationLevel, settings);
    SkyPass.run(image, background, List.of(rows));
    return of(rows);
  }

  static SharpRows rows(int width, double saturationLevel, CosmicRaySettings settings) {
    return new SharpRows(
        width, saturationLevel, settings.sigmas(), settings.contrast(), settings.mostGroups());
  }

  static CosmicRays of(SharpRows rows) {
    List<Group> groups =
        rows.end().stream()
            .map(g -> new Group(g.left(), g.top(), g.right(), g.bottom(), g.pixels(), g.flux()))
            .toList();
    return new CosmicRays(rows.pixels(), rows.goodPixels(), rows.groupCount(), groups);
  }

  /** Part of the good pixels, 0 to 1; 0 where there are none. */
  public double fraction() {
    return goodPixels == 0 ? 0 : (double) pixels / goodPixels;
  }
}
