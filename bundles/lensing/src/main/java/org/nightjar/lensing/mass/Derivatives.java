package org.nightjar.lensing.mass;

import org.osgi.annotation.versioning.ProviderType;

/**
 * First and second derivatives of a lensing potential at a point, summed over profiles. Changes, so
 * that loops over points make no garbage: for one thread.
 */
@ProviderType
public final class Derivatives {
  private double x;
  private double y;
  private double xx;
  private double xy;
  private double yy;

  /** Back to zero. */
  public void clear() {
    x = 0;
    y = 0;
    xx = 0;
    xy = 0;
    yy = 0;
  }

  /** Adds a deflection, arcsec. */
  public void add(double dx, double dy) {
    x += dx;
    y += dy;
  }

  /** Adds a matrix of second derivatives. */
  public void addSecond(double dxx, double dxy, double dyy) {
    xx += dxx;
    xy += dxy;
    yy += dyy;
  }

  /** Deflection to the right, arcsec. */
  public double x() {
    return x;
  }

  /** Deflection up, arcsec. */
  public double y() {
    return y;
  }

  /** Second derivative along x. */
  public double xx() {
    return xx;
  }

  /** Mixed second derivative: also the second component of the shear. */
  public double xy() {
    return xy;
  }

  /** Second derivative along y. */
  public double yy() {
    return yy;
  }

  /** Half the trace. */
  public double convergence() {
    return 0.5 * (xx + yy);
  }

  /** First component of the shear. */
  public double shear1() {
    return 0.5 * (xx - yy);
  }

  /** 1/[(1-kappa)^2 - gamma^2], negative for saddle points. */
  public double magnification() {
    return 1 / ((1 - xx) * (1 - yy) - xy * xy);
  }
}
