package org.nightjar.lensing.plane;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Where a ray ends, and the matrix A of derivatives of that by where it was seen. Changes, so that
 * loops make no garbage: for one thread.
 */
@ProviderType
public final class Ray {
  private double x;
  private double y;
  private double xx;
  private double xy;
  private double yx;
  private double yy;

  void set(double x, double y, double xx, double xy, double yx, double yy) {
    this.x = x;
    this.y = y;
    this.xx = xx;
    this.xy = xy;
    this.yx = yx;
    this.yy = yy;
  }

  /** beta to the right, arcsec. */
  public double x() {
    return x;
  }

  /** beta up, arcsec. */
  public double y() {
    return y;
  }

  /** d beta_x/d theta_x. */
  public double xx() {
    return xx;
  }

  /** d beta_x/d theta_y. */
  public double xy() {
    return xy;
  }

  /** d beta_y/d theta_x; several planes make it differ from {@link #xy}. */
  public double yx() {
    return yx;
  }

  /** d beta_y/d theta_y. */
  public double yy() {
    return yy;
  }

  /** det A. */
  public double determinant() {
    return xx * yy - xy * yx;
  }

  /** tr A. */
  public double trace() {
    return xx + yy;
  }

  /** 1/det A, negative for saddle points. */
  public double magnification() {
    return 1 / determinant();
  }
}
