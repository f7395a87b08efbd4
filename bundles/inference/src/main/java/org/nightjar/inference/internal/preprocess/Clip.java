package org.nightjar.inference.internal.preprocess;

import java.util.function.Consumer;

/**
 * Limits values to a range; infinities become its ends, NaN stays.
 *
 * @param low least value
 * @param high greatest value
 */
public record Clip(double low, double high) implements Step {
  /** Refuses an empty range. */
  public Clip {
    if (!(low < high)) {
      throw new IllegalArgumentException("low must be below high");
    }
  }

  @Override
  public void apply(Plane plane, int channel, Consumer<String> notes) {
    float[] values = plane.values();
    int end = plane.end();
    for (int i = plane.start(); i < end; i++) {
      values[i] = (float) Math.min(high, Math.max(low, values[i]));
    }
  }
}
