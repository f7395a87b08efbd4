package org.nightjar.image;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What a bias, dark or flat says about the detector. In the image's unit unless told otherwise.
 *
 * @param level typical value
 * @param noise per pixel
 * @param gradient of the level, and its large-scale structure
 * @param rowNoise scatter of the rows' medians from row to row, beyond what the pixels' noise
 *     makes: banding, pick-up; 0 for none
 * @param columnNoise likewise of the columns
 * @param uniformity the 5th over the 95th percentile of the background meshes, 1 for an even flat;
 *     NaN where the level is not above 0
 * @param defects bad, saturated, dead and hot pixels
 */
@ProviderType
public record CalibrationFrame(
    double level,
    double noise,
    BackgroundGradient gradient,
    double rowNoise,
    double columnNoise,
    double uniformity,
    PixelDefects defects) {

  /** Measures a frame, reading each row once more. */
  public static CalibrationFrame measure(
      PixelRows image, BackgroundMesh background, PixelDefects defects) {
    throw new UnsupportedOperationException();
  }
}
