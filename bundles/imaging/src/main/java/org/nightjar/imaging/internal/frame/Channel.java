package org.nightjar.imaging.internal.frame;

import java.util.Optional;
import org.nightjar.api.product.Amplifier;
import org.nightjar.image.Overscan;
import org.nightjar.image.Section;

/**
 * An amplifier of an image, with what its overscan shows.
 *
 * @param amplifier as the reader tells it
 * @param data where its pixels saw light
 * @param overscan of the image's raw pixels; empty without one, or without a good pixel in it
 * @param saturation level from which its raw pixels are saturated; NaN if nobody says
 */
public record Channel(
    Amplifier amplifier, Section data, Optional<Overscan> overscan, double saturation) {

  /** The amplifier's name. */
  public String name() {
    return amplifier.name();
  }

  /** What is taken off its pixels: the level of its overscan; 0 without. */
  public double offset() {
    return overscan.map(Overscan::level).orElse(0.0);
  }
}
