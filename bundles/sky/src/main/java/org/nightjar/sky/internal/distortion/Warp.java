package org.nightjar.sky.internal.distortion;

/**
 * One coordinate of a distortion: a polynomial in (u, v) plus odd powers of the radius.
 *
 * <p>SIP has no radial terms; TPV has r, r^3, r^5 and r^7.
 */
final class Warp {
  private final BivariatePolynomial value;
  private final BivariatePolynomial byU;
  private final BivariatePolynomial byV;
  private final double r1;
  private final double r3;
  private final double r5;
  private final double r7;
  private final boolean radial;

  Warp(BivariatePolynomial polynomial) {
    this(polynomial, 0, 0, 0, 0);
  }

  Warp(BivariatePolynomial polynomial, double r1, double r3, double r5, double r7) {
    this.value = polynomial;
    this.byU = polynomial.byU();
    this.byV = polynomial.byV();
    this.r1 = r1;
    this.r3 = r3;
    this.r5 = r5;
    this.r7 = r7;
    this.radial = r1 != 0 || r3 != 0 || r5 != 0 || r7 != 0;
  }

  double at(double u, double v) {
    double polynomial = value.at(u, v);
    if (!radial) {
      return polynomial;
    }
    double s = u * u + v * v;
    return polynomial + Math.sqrt(s) * (r1 + s * (r3 + s * (r5 + s * r7)));
  }

  double byU(double u, double v) {
    return byU.at(u, v) + (radial ? u * radialSlope(u * u + v * v) : 0);
  }

  double byV(double u, double v) {
    return byV.at(u, v) + (radial ? v * radialSlope(u * u + v * v) : 0);
  }

  /** The derivative of the radial terms by r, over r; 0 at the centre, where r has no slope. */
  private double radialSlope(double s) {
    double first = s == 0 ? 0 : r1 / Math.sqrt(s);
    return first + Math.sqrt(s) * (3 * r3 + s * (5 * r5 + s * 7 * r7));
  }
}
