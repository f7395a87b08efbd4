package org.nightjar.api.profile;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Where the telescope stands.
 *
 * @param name name of the site
 * @param longitude degrees east of Greenwich, in [-180, 180]
 * @param latitude geodetic, degrees north, in [-90, 90]
 * @param elevation metres above sea level
 */
public record Site(String name, double longitude, double latitude, double elevation) {
  private static final double SECONDS_PER_DEGREE = 240.0;

  /** Refuses positions that are not on Earth. */
  public Site {
    if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90) || Double.isNaN(elevation)) {
      throw new IllegalArgumentException(
          "not a site on Earth: longitude "
              + longitude
              + ", latitude "
              + latitude
              + ", elevation "
              + elevation);
    }
  }

  /**
   * The night of a moment: from noon to noon in local mean solar time, named by the date of its
   * evening.
   *
   * @param moment any time
   */
  public LocalDate night(Instant moment) {
    Duration east = Duration.ofSeconds(Math.round(longitude * SECONDS_PER_DEGREE));
    return moment.plus(east).minus(Duration.ofHours(12)).atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
