package org.nightjar.inference.internal.preprocess;

import java.util.List;

/** A number to scale by: a constant for all channels, one for each, or taken from each image. */
public sealed interface Constant {
  /** The number for one channel of one sample. */
  double of(Plane plane, int channel);

  /**
   * Declared numbers.
   *
   * @param values one for all channels, or one for each
   */
  record Fixed(List<Double> values) implements Constant {
    /** Copies the list. */
    public Fixed {
      values = List.copyOf(values);
    }

    @Override
    public double of(Plane plane, int channel) {
      return values.get(values.size() == 1 ? 0 : channel);
    }
  }

  /**
   * A statistic of the image's finite pixels.
   *
   * @param statistic which one
   */
  record Measured(Statistic statistic) implements Constant {
    @Override
    public double of(Plane plane, int channel) {
      return statistic.of(plane.values(), plane.start(), plane.end());
    }
  }
}
