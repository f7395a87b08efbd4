package org.nightjar.mmwave.map;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A weight of 0 to 1 for each pixel. Made step by step; each step multiplies. Not for use by
 * several threads while it is made.
 */
@ProviderType
public final class PatchMask {
  private final FlatPatch patch;
  private final float[] weights;

  /** One everywhere. */
  public PatchMask(FlatPatch patch) {
    this.patch = patch;
    weights = new float[patch.pixels()];
    java.util.Arrays.fill(weights, 1);
  }

  /** Where it is. */
  public FlatPatch patch() {
    return patch;
  }

  /** The weight of a pixel. */
  public float at(int x, int y) {
    return weights[y * patch.width() + x];
  }

  /**
   * Falls to zero at the edges like a quarter of a squared cosine.
   *
   * @param taperArcmin over this distance, arcminutes
   * @return this
   */
  public PatchMask taperEdges(double taperArcmin) {
    double taper = taperArcmin / patch.pixelArcmin();
    for (int y = 0; y < patch.height(); y++) {
      double fromRow = Math.min(y, patch.height() - 1 - y) + 0.5;
      for (int x = 0; x < patch.width(); x++) {
        double fromColumn = Math.min(x, patch.width() - 1 - x) + 0.5;
        weights[y * patch.width() + x] *=
            (float) (ramp(fromRow / taper) * ramp(fromColumn / taper));
      }
    }
    return this;
  }

  /**
   * Takes out a disc.
   *
   * @param place centre, may be outside
   * @param radiusArcmin where the weight is 0, arcminutes
   * @param taperArcmin from there on it rises to 1 over this distance, arcminutes
   * @return this
   */
  public PatchMask hole(PatchPoint place, double radiusArcmin, double taperArcmin) {
    double radius = radiusArcmin / patch.pixelArcmin();
    double taper = taperArcmin / patch.pixelArcmin();
    double reach = radius + taper;
    int bottom = (int) Math.max(0, Math.ceil(place.y() - reach));
    int top = (int) Math.min(patch.height() - 1, Math.floor(place.y() + reach));
    int left = (int) Math.max(0, Math.ceil(place.x() - reach));
    int right = (int) Math.min(patch.width() - 1, Math.floor(place.x() + reach));
    for (int y = bottom; y <= top; y++) {
      for (int x = left; x <= right; x++) {
        double distance = Math.hypot(x - place.x(), y - place.y()) - radius;
        weights[y * patch.width() + x] *= (float) ramp(taper > 0 ? distance / taper : distance);
      }
    }
    return this;
  }

  /** 0 up to 0, 1 from 1 on. */
  private static double ramp(double t) {
    if (Double.isNaN(t) || t >= 1) {
      return 1;
    }
    double s = Math.sin(0.5 * Math.PI * Math.max(0, t));
    return s * s;
  }

  /**
   * Mean of a power of the weights. The second moment is what the power spectrum of a masked map is
   * divided by.
   */
  public double moment(int power) {
    double sum = 0;
    for (float weight : weights) {
      sum += Math.pow(weight, power);
    }
    return sum / weights.length;
  }

  /** The map times the weights. */
  public PatchMap apply(PatchMap map) {
    if (!map.patch().equals(patch)) {
      throw new IllegalArgumentException("mask of " + patch + " for a map of " + map.patch());
    }
    float[] values = map.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= weights[i];
    }
    return new PatchMap(patch, values);
  }
}
