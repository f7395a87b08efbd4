package org.nightjar.statistics.distribution;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Values on a grid of equal steps, each as often as a piecewise-linear density weighs it: what
 * deeplenstronomy does with a user's distribution (R. Morgan et al., JOSS 6 (2021), 2854).
 */
@ProviderType
public final class SteppedDensity implements Distribution {
  private final double[] grid;
  private final Choice choice;

  /**
   * A grid.
   *
   * @param places strictly ascending, at least two
   * @param weights at the places, at least 0 and not all 0
   * @param steps values of the grid, from the first place to the last; at least 2
   */
  public SteppedDensity(double[] places, double[] weights, int steps) {
    if (steps < 2) {
      throw new IllegalArgumentException("a grid of " + steps + " values; at least 2 needed");
    }
    PiecewiseLinear density = new PiecewiseLinear(places, weights);
    double from = places[0];
    double to = places[places.length - 1];
    grid = new double[steps];
    double[] onGrid = new double[steps];
    for (int i = 0; i < steps; i++) {
      grid[i] = i == steps - 1 ? to : from + (to - from) * i / (steps - 1);
      onGrid[i] = density.weight(grid[i]);
    }
    choice = new Choice(onGrid);
  }

  @Override
  public double draw(RandomGenerator random) {
    return grid[choice.draw(random)];
  }

  /** The values. */
  public double[] grid() {
    return grid.clone();
  }
}
