package org.nightjar.image;

import org.osgi.annotation.versioning.ProviderType;

/**
 * How the background is measured.
 *
 * @param meshWidth width of a mesh in pixels, 8 to 65536
 * @param meshHeight height of a mesh in pixels, 8 to 65536
 * @param filterSize side of the median filter over meshes, odd, 1 (no filter) to 31
 */
@ProviderType
public record BackgroundSettings(int meshWidth, int meshHeight, int filterSize) {

  private static final int LEAST_MESH = 8;
  private static final int MOST_MESH = 1 << 16;
  private static final int MOST_FILTER = 31;

  public BackgroundSettings {
    if (Math.min(meshWidth, meshHeight) < LEAST_MESH
        || Math.max(meshWidth, meshHeight) > MOST_MESH) {
      throw new IllegalArgumentException(
          "mesh of " + meshWidth + " x " + meshHeight + " pixels: each side must be 8 to 65536");
    }
    if (filterSize < 1 || filterSize > MOST_FILTER || filterSize % 2 == 0) {
      throw new IllegalArgumentException("mesh filter of " + filterSize + ": must be odd, 1 to 31");
    }
  }

  /** Meshes of 64 x 64 pixels, a filter of 3 x 3 meshes. */
  public static BackgroundSettings defaults() {
    return new BackgroundSettings(64, 64, 3);
  }
}
