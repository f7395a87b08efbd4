package org.nightjar.image;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What counts as a streak.
 *
 * @param significance least sum along the streak over its noise, above 0
 * @param leastLength pixels from end to end, at least 10
 * @param mostStreaks no more than this many are kept, at least 1
 */
@ProviderType
public record StreakSettings(double significance, double leastLength, int mostStreaks) {

  public StreakSettings {
    if (!(significance > 0) || !(leastLength >= 10) || mostStreaks < 1) {
      throw new IllegalArgumentException(
          "streaks of significance "
              + significance
              + ", leastLength "
              + leastLength
              + ", mostStreaks "
              + mostStreaks
              + ": must be above 0, at least 10, at least 1");
    }
  }

  /** Significance 12, 50 pixels, 20 streaks. */
  public static StreakSettings defaults() {
    return new StreakSettings(12, 50, 20);
  }
}
