package org.nightjar.testkit;

import org.nightjar.api.simulation.CosmologyParameters;
import org.nightjar.api.simulation.RandomStream;
import org.nightjar.api.simulation.SkyContext;

/** A sky in a test, of an accuracy of one in a thousand. */
record SkyTestContext(CosmologyParameters cosmology) implements SkyContext {
  private static final double ACCURACY = 1e-3;

  @Override
  public double accuracy() {
    return ACCURACY;
  }

  @Override
  public RandomStream random(String name) {
    return new MixedStream(name).at(0);
  }

  @Override
  public boolean cancelled() {
    return false;
  }
}
