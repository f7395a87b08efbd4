package org.nightjar.inference.internal.precision.metric;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;

/** Squared errors; every number of the output counts the same. */
final class RmseTally implements Tally {
  private final Quotient.Builder squares;

  RmseTally(int samples) {
    this.squares = new Quotient.Builder(samples);
  }

  @Override
  public void add(Tensor output, Tensor label) throws NightjarException {
    Labels.fits(output, label);
    double sum = 0;
    for (int i = 0; i < output.size(); i++) {
      double error = (double) output.at(i) - label.at(i);
      sum += error * error;
    }
    squares.add(sum, output.size());
  }

  @Override
  public Scored scored() {
    return squares.scored(true);
  }
}
