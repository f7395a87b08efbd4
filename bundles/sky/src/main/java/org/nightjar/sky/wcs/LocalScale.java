package org.nightjar.sky.wcs;

import org.osgi.annotation.versioning.ProviderType;

/**
 * How pixels lie on the sky at one place: the Jacobian of the transformation.
 *
 * @param eastX degrees towards east per pixel along x
 * @param northX degrees towards north per pixel along x
 * @param eastY degrees towards east per pixel along y
 * @param northY degrees towards north per pixel along y
 */
@ProviderType
public record LocalScale(double eastX, double northX, double eastY, double northY) {
  private static final double ARCSEC = 3600;

  private double determinant() {
    return eastX * northY - eastY * northX;
  }

  /** Side of a square of the pixel's area, arcseconds per pixel. */
  public double scale() {
    return Math.sqrt(Math.abs(determinant())) * ARCSEC;
  }

  /** Arcseconds per pixel along x. */
  public double scaleX() {
    return Math.hypot(eastX, northX) * ARCSEC;
  }

  /** Arcseconds per pixel along y. */
  public double scaleY() {
    return Math.hypot(eastY, northY) * ARCSEC;
  }

  /** Area of a pixel, steradians. */
  public double area() {
    double perRadian = Math.toRadians(1);
    return Math.abs(determinant()) * perRadian * perRadian;
  }

  /** Position angle of the y axis, from north through east, degrees in (-180, 180]. */
  public double positionAngle() {
    return Math.toDegrees(Math.atan2(eastY, northY));
  }

  /**
   * Handedness: whether the image shows the sky as it is seen, east to the left where north is up.
   * False for a mirror image.
   */
  public boolean eastLeft() {
    return determinant() < 0;
  }
}
