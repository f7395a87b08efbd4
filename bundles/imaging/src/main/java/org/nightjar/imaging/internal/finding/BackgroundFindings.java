package org.nightjar.imaging.internal.finding;

import java.util.Locale;
import org.nightjar.image.BackgroundGradient;
import org.nightjar.imaging.internal.measure.Observed;

/**
 * A background that rises over the field: the Moon, twilight, a light leak, a glowing amplifier.
 */
final class BackgroundFindings {

  /** Part of the level, ... */
  private static final double MOST_OF_LEVEL = 0.1;

  /** ...and noises of a pixel from which a gradient is told. */
  private static final double MOST_OF_NOISE = 1;

  private BackgroundFindings() {}

  static void add(Observed seen, Findings findings) {
    BackgroundGradient gradient = seen.gradient();
    boolean large =
        gradient.amplitude() > MOST_OF_NOISE * gradient.noise()
            && !(gradient.relativeAmplitude() < MOST_OF_LEVEL);
    if (large) {
      findings.add(
          findings.at(
              findings.everywhere(),
              "gradient",
              String.format(
                  Locale.ROOT,
                  "the background rises by %.4g %s over the field, %.1f times the noise, towards"
                      + " %.0f degrees from the rows",
                  gradient.amplitude(),
                  seen.frame().header().unit(),
                  Math.min(gradient.amplitude() / gradient.noise(), 1e9),
                  Math.toDegrees(gradient.direction()))));
    }
  }
}
