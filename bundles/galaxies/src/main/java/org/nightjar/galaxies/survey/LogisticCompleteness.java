package org.nightjar.galaxies.survey;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The probability that an object of a magnitude is found, 1 / (1 + exp[k (m - m50)]) with k =
 * ln(1/19) / (m95 - m50).
 *
 * <p>Source: C. López-Sanjuan et al., A&amp;A 599 (2017), A62, equation 7.
 *
 * @param m95 magnitude at which 95 % are found
 * @param m50 magnitude at which half are found; not m95
 */
@ProviderType
public record LogisticCompleteness(double m95, double m50) {
  /** Checks. */
  public LogisticCompleteness {
    if (!(Math.abs(m95 - m50) > 0)) {
      throw new IllegalArgumentException("95 % and half at the same magnitude, " + m95);
    }
  }

  /** The probability at a magnitude. */
  public double at(double magnitude) {
    double k = -StrictMath.log(19) / (m95 - m50);
    return 1 / (1 + StrictMath.exp(k * (magnitude - m50)));
  }
}
