package org.nightjar.rendering.survey;

import java.util.Arrays;
import java.util.Optional;

/** What is known of a band. */
public enum Property {
  /** Side of a pixel, arcsec. */
  PIXEL_SCALE("pixelScale"),
  /** Seconds of one exposure. */
  EXPOSURE_TIME("exposureTime"),
  /** Exposures of a coadd. */
  EXPOSURES("exposures"),
  /** Magnitude of one electron per second. */
  ZERO_POINT("zeroPoint"),
  /** Sky, mag/arcsec^2. */
  SKY("sky"),
  /** Full width of a star at half maximum, arcsec. */
  SEEING("seeing"),
  /** Read noise, e-. */
  READ_NOISE("readNoise"),
  /** Electrons per unit of the converter. */
  GAIN("gain");

  private final String key;

  Property(String key) {
    this.key = key;
  }

  /** Its name in the files. */
  public String key() {
    return key;
  }

  /** The property of this name. */
  static Optional<Property> of(String key) {
    return Arrays.stream(values()).filter(p -> p.key.equals(key)).findFirst();
  }
}
