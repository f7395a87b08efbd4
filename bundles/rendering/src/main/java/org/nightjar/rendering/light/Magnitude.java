package org.nightjar.rendering.light;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Magnitudes and electrons per second.
 *
 * @param zeroPoint magnitude of what gives one electron per second
 */
@ProviderType
public record Magnitude(double zeroPoint) {
  /** 10^(-0.4 (m - zero point)), e-/s (or e-/s/arcsec^2 from mag/arcsec^2). */
  public double rate(double magnitude) {
    return Math.pow(10, -0.4 * (magnitude - zeroPoint));
  }

  /** The magnitude of a rate; infinite at 0. */
  public double magnitude(double rate) {
    return zeroPoint - 2.5 * Math.log10(rate);
  }
}
