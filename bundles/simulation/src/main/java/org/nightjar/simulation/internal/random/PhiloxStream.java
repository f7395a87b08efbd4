package org.nightjar.simulation.internal.random;

import org.nightjar.api.simulation.RandomStream;
import org.nightjar.statistics.random.Philox;

/** A stream of the contract, made by Philox. */
public final class PhiloxStream implements RandomStream {
  private final Philox philox;

  /** Of this generator, which is this stream's own from now on. */
  public PhiloxStream(Philox philox) {
    this.philox = philox;
  }

  @Override
  public RandomStream at(long id) {
    philox.at(id);
    return this;
  }

  @Override
  public long nextLong() {
    return philox.nextLong();
  }

  @Override
  public double nextDouble() {
    return philox.nextDouble();
  }

  @Override
  public double nextOpen() {
    return philox.nextOpen();
  }

  @Override
  public double nextGaussian() {
    return philox.nextGaussian();
  }

  @Override
  public double nextExponential() {
    return philox.nextExponential();
  }
}
