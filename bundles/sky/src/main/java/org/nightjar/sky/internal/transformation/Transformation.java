package org.nightjar.sky.internal.transformation;

import org.nightjar.sky.internal.distortion.Distortion;
import org.nightjar.sky.internal.projection.Projection;
import org.nightjar.sky.internal.sphere.Frame;
import org.nightjar.sky.internal.sphere.Matrix3;

/**
 * All steps from a pixel to the sky and back. Immutable; scratch space is the caller's, so that
 * loops over points allocate nothing.
 */
public final class Transformation {
  private final double crpix1;
  private final double crpix2;
  private final Distortion pixels;
  private final Linear linear;
  private final Linear inverse;
  private final Distortion degrees;
  private final double x0;
  private final double y0;
  private final Projection projection;
  private final Matrix3 toCelestial;
  private final Matrix3 toNative;
  private final Frame frame;

  /**
   * Joins the steps.
   *
   * @param crpix1 reference pixel as in FITS, the first pixel's centre being 1
   * @param crpix2 likewise along the second axis
   * @param pixels distortion of pixels relative to the reference pixel
   * @param linear pixels to degrees
   * @param degrees distortion of intermediate world coordinates
   * @param offset where the projection puts the reference point, radians; (0, 0) unless the header
   *     asks for an offset
   * @param projection plane to native sphere
   * @param toCelestial native to celestial sphere
   * @param frame the celestial frame
   */
  public Transformation(
      double crpix1,
      double crpix2,
      Distortion pixels,
      Linear linear,
      Distortion degrees,
      double[] offset,
      Projection projection,
      Matrix3 toCelestial,
      Frame frame) {
    this.crpix1 = crpix1 - 1;
    this.crpix2 = crpix2 - 1;
    this.pixels = pixels;
    this.linear = linear;
    this.inverse = linear.inverse();
    this.degrees = degrees;
    this.x0 = offset[0];
    this.y0 = offset[1];
    this.projection = projection;
    this.toCelestial = toCelestial;
    this.toNative = toCelestial.transposed();
    this.frame = frame;
  }

  /** Pixel (x, y), zero-based, to the ICRS unit vector in the scratch space; NaN if nowhere. */
  public void toVector(double x, double y, Scratch scratch) {
    double[] plane = scratch.plane;
    plane[0] = x - crpix1;
    plane[1] = y - crpix2;
    pixels.apply(plane);
    linear.apply(plane);
    degrees.apply(plane);
    plane[0] = Math.toRadians(plane[0]) + x0;
    plane[1] = Math.toRadians(plane[1]) + y0;
    projection.toSphere(plane, scratch.vector);
    toCelestial.apply(scratch.vector);
    frame.toIcrs(scratch.vector);
  }

  /** The ICRS unit vector in the scratch space to the pixel in its plane; NaN if nowhere. */
  public void toPixel(Scratch scratch) {
    double[] plane = scratch.plane;
    frame.fromIcrs(scratch.vector);
    toNative.apply(scratch.vector);
    projection.toPlane(scratch.vector, plane);
    plane[0] = Math.toDegrees(plane[0] - x0);
    plane[1] = Math.toDegrees(plane[1] - y0);
    degrees.remove(plane);
    inverse.apply(plane);
    pixels.remove(plane);
    plane[0] += crpix1;
    plane[1] += crpix2;
  }
}
