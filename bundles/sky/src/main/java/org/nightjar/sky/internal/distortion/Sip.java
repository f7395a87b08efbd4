package org.nightjar.sky.internal.distortion;

/**
 * The Simple Imaging Polynomial: Shupe et al. (2005, ASP Conf. Ser. 347, 491), equations 1 to 3.
 * Acts on pixels relative to CRPIX: u' = u + f(u, v), v' = v + g(u, v).
 */
public final class Sip {
  /** Highest order that the convention allows. */
  public static final int MOST_ORDER = 9;

  private final BivariatePolynomial f = withIdentity(1, 0);
  private final BivariatePolynomial g = withIdentity(0, 1);

  private static BivariatePolynomial withIdentity(int p, int q) {
    BivariatePolynomial polynomial = new BivariatePolynomial(MOST_ORDER);
    polynomial.set(p, q, 1);
    return polynomial;
  }

  /** Adds A_p_q. */
  public void a(int p, int q, double coefficient) {
    f.add(p, q, coefficient);
  }

  /** Adds B_p_q. */
  public void b(int p, int q, double coefficient) {
    g.add(p, q, coefficient);
  }

  /** The distortion of these coefficients. */
  public Distortion distortion() {
    return new PolynomialDistortion(new Warp(f.trimmed()), new Warp(g.trimmed()));
  }
}
