package org.nightjar.galaxies.position;

import java.util.random.RandomGenerator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A cap about a centre: the cosine of the separation is uniform from 1 - area/2pi to 1.
 *
 * @param longitude of the centre, degrees
 * @param latitude of the centre, degrees
 * @param area square degrees, above 0, at most the whole sky
 */
@ProviderType
public record SphericalCap(double longitude, double latitude, double area) implements SkyRegion {
  /** The whole sky, square degrees. */
  public static final double WHOLE_SKY = 4 * Math.PI * Math.pow(180 / Math.PI, 2);

  /** Checks. */
  public SphericalCap {
    if (!(area > 0 && area <= WHOLE_SKY * (1 + 1e-9)) || !(Math.abs(latitude) <= 90)) {
      throw new IllegalArgumentException("a cap of " + area + " square degrees at " + latitude);
    }
  }

  @Override
  public void draw(RandomGenerator random, double[] into) {
    double height = 2 * Math.min(1, area / WHOLE_SKY) * random.nextDouble();
    double turn = 2 * Math.PI * random.nextDouble();
    double sine = Math.sqrt(height * (2 - height));
    double cosine = 1 - height;
    double north = sine * StrictMath.cos(turn);
    double east = sine * StrictMath.sin(turn);
    double up = StrictMath.sin(Math.toRadians(latitude));
    double out = StrictMath.cos(Math.toRadians(latitude));
    double x = cosine * out - north * up;
    double z = cosine * up + north * out;
    double lon = longitude + Math.toDegrees(StrictMath.atan2(east, x));
    into[0] = lon - 360 * Math.floor(lon / 360);
    into[1] = Math.toDegrees(StrictMath.atan2(z, StrictMath.hypot(x, east)));
  }

  /** The angle between a place and the centre, degrees. */
  public double separation(double lon, double lat) {
    double off = Math.toRadians(lon - longitude);
    double a = Math.toRadians(latitude);
    double b = Math.toRadians(lat);
    double x =
        StrictMath.cos(a) * StrictMath.sin(b)
            - StrictMath.sin(a) * StrictMath.cos(b) * StrictMath.cos(off);
    double y = StrictMath.cos(b) * StrictMath.sin(off);
    double z =
        StrictMath.sin(a) * StrictMath.sin(b)
            + StrictMath.cos(a) * StrictMath.cos(b) * StrictMath.cos(off);
    return Math.toDegrees(StrictMath.atan2(StrictMath.hypot(x, y), z));
  }
}
