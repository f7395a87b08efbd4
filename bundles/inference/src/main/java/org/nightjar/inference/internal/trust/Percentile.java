package org.nightjar.inference.internal.trust;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Tensor;

/**
 * Where a distance lies among those of the calibration data, in percent: 0 at or below the smallest
 * of them, 100 at or above the greatest, linear between their quantiles.
 */
public final class Percentile implements Rule {
  private final float[] quantiles;

  /**
   * A scale.
   *
   * @param quantiles of the calibration data, from their minimum to their maximum in equal steps of
   *     probability; never decreasing, two or more
   */
  public Percentile(float[] quantiles) {
    this.quantiles = quantiles.clone();
    for (int i = 0; i < quantiles.length; i++) {
      if (quantiles.length < 2 || (i > 0 && !(quantiles[i] >= quantiles[i - 1]))) {
        throw new IllegalArgumentException("not quantiles: they decrease to " + quantiles[i]);
      }
    }
  }

  @Override
  public String kind() {
    return "distance";
  }

  @Override
  public List<String> takes() {
    return List.of("distance", "value");
  }

  @Override
  public String meaning(String of) {
    return "percent of the calibration data whose " + of + " is smaller";
  }

  @Override
  public List<Integer> shape(OutputInfo of) throws NightjarException {
    return of.shape();
  }

  @Override
  public List<String> classes(OutputInfo of) {
    return of.classes();
  }

  @Override
  public Tensor apply(Tensor from) {
    float[] values = new float[from.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) percent(from.at(i));
    }
    return Tensor.of(values, from.shape());
  }

  private double percent(float distance) {
    int steps = quantiles.length - 1;
    if (distance >= quantiles[steps]) {
      return 100;
    }
    if (distance <= quantiles[0]) {
      return 0;
    }
    int left = 0;
    int right = steps;
    while (right - left > 1) {
      int middle = (left + right) >>> 1;
      if (quantiles[middle] <= distance) {
        left = middle;
      } else {
        right = middle;
      }
    }
    double part =
        ((double) distance - quantiles[left]) / ((double) quantiles[right] - quantiles[left]);
    return 100 * (left + part) / steps;
  }
}
