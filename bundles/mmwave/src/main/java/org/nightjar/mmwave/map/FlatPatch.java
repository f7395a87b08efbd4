package org.nightjar.mmwave.map;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A piece of sky taken as flat: square pixels in the tangent plane at its centre (gnomonic
 * projection, TAN). Columns grow towards the west, rows towards the north.
 *
 * <p>Areas and angles are those of the plane. At 4 degrees from the centre they exceed those on the
 * sphere by 0.7 and 0.5 percent, at 10 degrees by 5 and 3.
 *
 * <p>Source of the projection: M. R. Calabretta and E. W. Greisen, A&amp;A 395 (2002), 1077, eq.
 * 54.
 *
 * @param width columns, 1 to 8192
 * @param height rows, 1 to 8192
 * @param pixelArcmin side of a pixel, arcminutes
 * @param ra right ascension of the centre, ICRS, degrees
 * @param dec declination of the centre, ICRS, degrees
 */
@ProviderType
public record FlatPatch(int width, int height, double pixelArcmin, double ra, double dec) {
  /** Largest side, pixels. */
  public static final int LARGEST = 8192;

  private static final double ARCMIN = Math.PI / 180 / 60;

  /** Checks the numbers. */
  public FlatPatch {
    if (width < 1 || height < 1 || width > LARGEST || height > LARGEST) {
      throw new IllegalArgumentException(
          "a patch of " + width + " x " + height + " pixels: sides are 1 to " + LARGEST);
    }
    if (!(pixelArcmin > 0 && pixelArcmin * Math.max(width, height) < 60 * 60)) {
      throw new IllegalArgumentException(
          "pixels of " + pixelArcmin + " arcmin: above 0, and sides below 60 degrees");
    }
    if (!(ra >= 0 && ra < 360 && Math.abs(dec) <= 90)) {
      throw new IllegalArgumentException("centre at " + ra + " " + dec + " degrees");
    }
  }

  /** Solid angle of a pixel, steradians. */
  public double pixelSteradians() {
    double side = pixelArcmin * ARCMIN;
    return side * side;
  }

  /** Solid angle of the patch, steradians. */
  public double steradians() {
    return pixelSteradians() * width * height;
  }

  /** Solid angle of the patch, square degrees. */
  public double squareDegrees() {
    return pixelArcmin * pixelArcmin / 3600 * width * height;
  }

  /** How many pixels there are. */
  public int pixels() {
    return width * height;
  }

  /** The multipole of a mode. */
  public double ell(int kx, int ky) {
    double perPixel = 2 * Math.PI / (pixelArcmin * ARCMIN);
    return Math.hypot(perPixel * kx / width, perPixel * ky / height);
  }

  /** The largest multipole along an axis: half a wave per pixel. */
  public double nyquist() {
    return Math.PI / (pixelArcmin * ARCMIN);
  }

  /** The same centre and pixels, this many more on every side. */
  public FlatPatch grown(int margin) {
    return new FlatPatch(width + 2 * margin, height + 2 * margin, pixelArcmin, ra, dec);
  }

  /**
   * Where a direction falls, inside the patch or not.
   *
   * @param longitude right ascension, degrees
   * @param latitude declination, degrees
   * @return empty if it is 90 degrees or more from the centre
   */
  public Optional<PatchPoint> pixel(double longitude, double latitude) {
    double alpha = Math.toRadians(longitude - ra);
    double delta = Math.toRadians(latitude);
    double delta0 = Math.toRadians(dec);
    double cosine =
        Math.sin(delta0) * Math.sin(delta) + Math.cos(delta0) * Math.cos(delta) * Math.cos(alpha);
    if (cosine <= 1e-9) {
      return Optional.empty();
    }
    double east = Math.cos(delta) * Math.sin(alpha) / cosine;
    double north =
        (Math.cos(delta0) * Math.sin(delta) - Math.sin(delta0) * Math.cos(delta) * Math.cos(alpha))
            / cosine;
    double side = pixelArcmin * ARCMIN;
    return Optional.of(
        new PatchPoint((width - 1) / 2.0 - east / side, (height - 1) / 2.0 + north / side));
  }

  /** The direction of a place. */
  public PatchSky sky(double x, double y) {
    double side = pixelArcmin * ARCMIN;
    double east = ((width - 1) / 2.0 - x) * side;
    double north = (y - (height - 1) / 2.0) * side;
    double delta0 = Math.toRadians(dec);
    double along = Math.cos(delta0) - north * Math.sin(delta0);
    double longitude = ra + Math.toDegrees(Math.atan2(east, along));
    double latitude =
        Math.toDegrees(
            Math.atan2(Math.sin(delta0) + north * Math.cos(delta0), Math.hypot(east, along)));
    return new PatchSky((longitude % 360 + 360) % 360, latitude);
  }

  /** The header cards that say the same: world coordinates of FITS, in order. */
  public Map<String, Object> wcs() {
    Map<String, Object> cards = new LinkedHashMap<>();
    cards.put("CTYPE1", "RA---TAN");
    cards.put("CTYPE2", "DEC--TAN");
    cards.put("CUNIT1", "deg");
    cards.put("CUNIT2", "deg");
    cards.put("CRVAL1", ra);
    cards.put("CRVAL2", dec);
    cards.put("CRPIX1", (width + 1) / 2.0);
    cards.put("CRPIX2", (height + 1) / 2.0);
    cards.put("CDELT1", -pixelArcmin / 60);
    cards.put("CDELT2", pixelArcmin / 60);
    cards.put("RADESYS", "ICRS");
    return cards;
  }
}
