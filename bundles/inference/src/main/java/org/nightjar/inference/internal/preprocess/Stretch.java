package org.nightjar.inference.internal.preprocess;

import java.util.function.Consumer;

/**
 * Compresses bright pixels. Both curves are odd, so that negative pixels keep their sign, and run
 * through 0 with slope {@code 1 / softening}.
 *
 * @param curve which curve
 * @param softening scale of the linear part, in units of the pixels; above 0
 */
public record Stretch(Curve curve, double softening) implements Step {
  /** A curve. */
  public enum Curve {
    /** {@code asinh(x / softening)}. */
    ASINH,
    /** {@code sign(x) log(1 + |x| / softening)}, natural logarithm. */
    LOG
  }

  /** Refuses a softening that is not above 0. */
  public Stretch {
    if (!(softening > 0)) {
      throw new IllegalArgumentException("softening must be above 0");
    }
  }

  @Override
  public void apply(Plane plane, int channel, Consumer<String> notes) {
    float[] values = plane.values();
    int end = plane.end();
    for (int i = plane.start(); i < end; i++) {
      double size = Math.abs(values[i]) / softening;
      double stretched =
          switch (curve) {
            // log(size + sqrt(size^2 + 1)) without its loss of digits near 0.
            case ASINH -> Math.log1p(size + size * size / (1 + Math.sqrt(size * size + 1)));
            case LOG -> Math.log1p(size);
          };
      values[i] = (float) Math.copySign(stretched, values[i]);
    }
  }
}
