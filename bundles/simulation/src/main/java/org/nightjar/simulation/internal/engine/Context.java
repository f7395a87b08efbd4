package org.nightjar.simulation.internal.engine;

import org.nightjar.api.simulation.CosmologyParameters;
import org.nightjar.api.simulation.RandomStream;
import org.nightjar.api.simulation.SkyContext;
import org.nightjar.simulation.internal.plan.SkyPlan;
import org.nightjar.simulation.internal.random.PhiloxStream;
import org.nightjar.statistics.random.Streams;

/** What a component sees of its sky while it is prepared. */
record Context(SkyPlan plan, String stream, Watch watch) implements SkyContext {
  /** The stream of this name of a call. */
  static PhiloxStream stream(long seed, String call, String name) {
    return new PhiloxStream(new Streams(seed).stream(call + "/" + name));
  }

  @Override
  public CosmologyParameters cosmology() {
    return plan.cosmology();
  }

  @Override
  public double accuracy() {
    return plan.accuracy();
  }

  @Override
  public RandomStream random(String name) {
    return stream(plan.seed(), stream, name).at(0);
  }

  @Override
  public boolean cancelled() {
    return watch.cancelled();
  }
}
