package org.nightjar.api.report;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One located statement.
 *
 * @param what what was found, lower-case words joined by hyphens: {@code ghost}, {@code
 *     satellite-trail}
 * @param pixels where in the pixels, if anywhere
 * @param shape its outline in the pixels, where a rectangle says too little
 * @param sky where on the sky, if known
 * @param probability calibrated probability that the statement is true, in [0, 1]; empty if not
 *     calibrated
 * @param evidence what speaks for it, in words
 */
public record Finding(
    String what,
    Optional<PixelBox> pixels,
    Optional<Shape> shape,
    Optional<SkyCircle> sky,
    OptionalDouble probability,
    String evidence) {

  /** Refuses nulls and probabilities outside [0, 1]. */
  public Finding {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(pixels, "pixels");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(sky, "sky");
    Objects.requireNonNull(evidence, "evidence");
    if (probability.isPresent()
        && !(probability.getAsDouble() >= 0 && probability.getAsDouble() <= 1)) {
      throw new IllegalArgumentException("probability " + probability.getAsDouble());
    }
  }

  /** A statement about the product as a whole. */
  public static Finding of(String what, String evidence) {
    return new Finding(
        what,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        evidence);
  }

  /** A statement about a place in the pixels. */
  public static Finding at(PixelBox pixels, String what, String evidence) {
    return new Finding(
        what,
        Optional.of(pixels),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        evidence);
  }

  /** The same statement with an outline. */
  public Finding withShape(Shape outline) {
    return new Finding(what, pixels, Optional.of(outline), sky, probability, evidence);
  }

  /** The same statement with a place on the sky. */
  public Finding withSky(SkyCircle circle) {
    return new Finding(what, pixels, shape, Optional.of(circle), probability, evidence);
  }
}
