package org.nightjar.image;

import java.util.Arrays;
import java.util.List;
import org.nightjar.image.internal.rows.Banding;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a bias, dark or flat says about the detector. In the image's unit unless told otherwise.
 *
 * @param level typical value
 * @param noise per pixel, from differences of neighbours: free of vignetting
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

  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;
  private static final double CLIP = 3;
  private static final int ROUNDS = 10;

  /** Standard deviation of a Gaussian cut off at 3 sigma. */
  private static final double LEFT_BY_CLIPPING = 0.9866;

  /** Measures a frame, reading each row once more. */
  public static CalibrationFrame measure(
      PixelRows image, BackgroundMesh background, PixelDefects defects) {
    Banding banding = new Banding(image.width(), image.height());
    SkyPass.run(image, background, List.of(banding));
    double[] meshes = new double[background.columns() * background.rows()];
    for (int i = 0; i < meshes.length; i++) {
      meshes[i] = background.background(i % background.columns(), i / background.columns());
    }
    Arrays.sort(meshes);
    double low = meshes[(int) (LOW * (meshes.length - 1))];
    double high = meshes[(int) Math.ceil(HIGH * (meshes.length - 1))];
    double level = background.globalBackground();
    RobustStatistics differences = RobustStatistics.clipped(banding.differences(), CLIP, ROUNDS);
    double noise =
        differences.count() == 0
            ? background.globalRms()
            : differences.standardDeviation() / (LEFT_BY_CLIPPING * Math.sqrt(2));
    return new CalibrationFrame(
        level,
        noise,
        BackgroundGradient.of(background),
        banding.rowNoise(noise),
        banding.columnNoise(noise),
        level > 0 ? low / high : Double.NaN,
        defects);
  }
}
