package org.nightjar.inference.internal.preprocess;

import java.util.function.Consumer;

/**
 * Replaces pixels that are NaN or infinite.
 *
 * @param nonfinite what to put there
 */
public record Fill(Constant nonfinite) implements Step {
  @Override
  public void apply(Plane plane, int channel, Consumer<String> notes) {
    float[] values = plane.values();
    int first = Finite.firstNot(values, plane.start(), plane.end());
    if (first < 0) {
      return;
    }
    float substitute = (float) nonfinite.of(plane, channel);
    int count = 0;
    for (int i = first; i < plane.end(); i++) {
      if (!Float.isFinite(values[i])) {
        values[i] = substitute;
        count++;
      }
    }
    notes.accept(count + " non-finite pixels filled with " + substitute);
  }
}
