package org.nightjar.statistics.distribution;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A density given at some places and straight between them. The inverse of its cumulative
 * distribution is a square root: there is no error but rounding.
 */
@ProviderType
public final class PiecewiseLinear implements Distribution {
  private final double[] places;
  private final double[] weights;
  private final double[] areas;

  /**
   * A density, which need not be normalised.
   *
   * @param places strictly ascending, at least two
   * @param weights at the places, at least 0 and not all 0
   */
  public PiecewiseLinear(double[] places, double[] weights) {
    if (places.length < 2 || places.length != weights.length) {
      throw new IllegalArgumentException(
          places.length + " places and " + weights.length + " weights; at least 2 of each needed");
    }
    this.places = places.clone();
    this.weights = weights.clone();
    areas = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      Require.finite("place", places[i]);
      if (!(weights[i] >= 0) || weights[i] == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("weight " + weights[i] + " at " + places[i]);
      }
      if (i > 0) {
        Require.interval(places[i - 1], places[i]);
        areas[i] = areas[i - 1] + (places[i] - places[i - 1]) * (weights[i] + weights[i - 1]) / 2;
      }
    }
    Require.positive("the sum of the weights", areas[areas.length - 1]);
  }

  @Override
  public double draw(RandomGenerator random) {
    return quantile(random.nextDouble());
  }

  /** The integral of the weights. */
  public double integral() {
    return areas[areas.length - 1];
  }

  /** The place of a cumulative probability, from 0 to 1. */
  public double quantile(double probability) {
    double area = probability * integral();
    int found = Arrays.binarySearch(areas, area);
    int right = found >= 0 ? found : -found - 1;
    right = Math.min(Math.max(right, 1), areas.length - 1);
    double rest = area - areas[right - 1];
    double width = places[right] - places[right - 1];
    double from = weights[right - 1];
    double rise = (weights[right] - from) / width;
    double below = Math.max(0, from * from + 2 * rise * rest);
    double denominator = from + Math.sqrt(below);
    double step = denominator > 0 ? 2 * rest / denominator : 0;
    return places[right - 1] + Math.min(width, step);
  }

  /** The weight at a place; 0 outside. */
  public double weight(double place) {
    if (!(place >= places[0] && place <= places[places.length - 1])) {
      return 0;
    }
    int found = Arrays.binarySearch(places, place);
    if (found >= 0) {
      return weights[found];
    }
    int right = -found - 1;
    double t = (place - places[right - 1]) / (places[right] - places[right - 1]);
    return weights[right - 1] + t * (weights[right] - weights[right - 1]);
  }
}
