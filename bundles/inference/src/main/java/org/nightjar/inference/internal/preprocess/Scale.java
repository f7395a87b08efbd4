package org.nightjar.inference.internal.preprocess;

import java.util.function.Consumer;

/**
 * {@code (x - subtract) / divide}, in double precision. Both numbers are taken before either is
 * applied. A measured divisor of 0 (a constant image) divides by 1.
 *
 * @param subtract offset
 * @param divide divisor
 */
public record Scale(Constant subtract, Constant divide) implements Step {
  @Override
  public void apply(Plane plane, int channel, Consumer<String> notes) {
    double offset = subtract.of(plane, channel);
    double measured = divide.of(plane, channel);
    double divisor = measured == 0 ? 1 : measured;
    float[] values = plane.values();
    int end = plane.end();
    for (int i = plane.start(); i < end; i++) {
      values[i] = (float) ((values[i] - offset) / divisor);
    }
  }
}
