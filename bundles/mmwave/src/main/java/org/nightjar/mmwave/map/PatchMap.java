package org.nightjar.mmwave.map;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Values of a patch.
 *
 * @param patch where it is
 * @param values row by row from the south, each from east to west; not copied
 */
@ProviderType
public record PatchMap(FlatPatch patch, float[] values) {
  /** Checks the number of values. */
  public PatchMap {
    if (values.length != patch.pixels()) {
      throw new IllegalArgumentException(
          values.length + " values for " + patch.width() + " x " + patch.height() + " pixels");
    }
  }

  /** All zero. */
  public static PatchMap of(FlatPatch patch) {
    return new PatchMap(patch, new float[patch.pixels()]);
  }

  /** The value of a pixel. */
  public float at(int x, int y) {
    return values[y * patch.width() + x];
  }

  /** Mean over all pixels. */
  public double mean() {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Standard deviation about the mean over all pixels. */
  public double deviation() {
    double mean = mean();
    double sum = 0;
    for (float value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }

  /**
   * The middle, without this many pixels on every side.
   *
   * @param margin at least 0, less than half of either side
   */
  public PatchMap cut(int margin) {
    FlatPatch inner = patch.grown(-margin);
    if (margin == 0) {
      return this;
    }
    PatchMap result = of(inner);
    for (int y = 0; y < inner.height(); y++) {
      System.arraycopy(
          values,
          (y + margin) * patch.width() + margin,
          result.values,
          y * inner.width(),
          inner.width());
    }
    return result;
  }

  /**
   * Means of blocks of pixels.
   *
   * @param factor side of a block; pixels that fill no block are left out at the far sides
   */
  public PatchMap binned(int factor) {
    FlatPatch coarse =
        new FlatPatch(
            patch.width() / factor,
            patch.height() / factor,
            patch.pixelArcmin() * factor,
            patch.ra(),
            patch.dec());
    PatchMap result = of(coarse);
    for (int y = 0; y < coarse.height(); y++) {
      for (int x = 0; x < coarse.width(); x++) {
        double sum = 0;
        for (int i = 0; i < factor; i++) {
          for (int j = 0; j < factor; j++) {
            sum += at(x * factor + j, y * factor + i);
          }
        }
        result.values[y * coarse.width() + x] = (float) (sum / (factor * factor));
      }
    }
    return result;
  }
}
