package org.nightjar.api.product;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The part of a detector that is read through one amplifier.
 *
 * @param name the observatory's name, such as {@code A}
 * @param data where its pixels saw light, zero-based
 * @param overscan where its overscan was read, if the image still has it
 * @param gain electrons per unit of the pixels
 * @param readNoise electrons
 * @param saturation level at which its pixels saturate, in the unit of the pixels
 */
public record Amplifier(
    String name,
    Region data,
    Optional<Region> overscan,
    OptionalDouble gain,
    OptionalDouble readNoise,
    OptionalDouble saturation) {

  /** Refuses nulls. */
  public Amplifier {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(overscan, "overscan");
    Objects.requireNonNull(gain, "gain");
    Objects.requireNonNull(readNoise, "readNoise");
    Objects.requireNonNull(saturation, "saturation");
  }
}
