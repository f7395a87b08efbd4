package org.nightjar.image;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What counts as sharper than any star.
 *
 * @param sigmas least Laplacian in units of its noise, above 0
 * @param contrast least Laplacian over the sum of the six fainter of the eight pixels around, above
 *     0; that ratio is at most 1.8 for a star with a FWHM of 1.5 pixels, 0.6 for 2 pixels
 * @param mostGroups no more than this many groups are kept, at least 0
 */
@ProviderType
public record CosmicRaySettings(double sigmas, double contrast, int mostGroups) {

  public CosmicRaySettings {
    if (!(sigmas > 0) || !(contrast > 0) || mostGroups < 0) {
      throw new IllegalArgumentException(
          "cosmic rays with sigmas "
              + sigmas
              + ", contrast "
              + contrast
              + ", mostGroups "
              + mostGroups
              + ": the first two must be above 0, the last at least 0");
    }
  }

  /** 6 sigma, contrast 3, 1000 groups. */
  public static CosmicRaySettings defaults() {
    return new CosmicRaySettings(6, 3, 1000);
  }
}
