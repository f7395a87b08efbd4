package org.nightjar.cosmology.halo;

/**
 * The multiplicity A [(e/sigma)^b + c] exp(-d/sigma^2), which fits haloes found by
 * friends-of-friends with a linking length of 0.2.
 *
 * @param amplitude A
 * @param b power of 1/sigma
 * @param c constant term
 * @param d where large haloes run out
 * @param e scale of sigma
 */
public record WarrenForm(double amplitude, double b, double c, double d, double e)
    implements MassFunction {
  /** Warren et al. 2006 (ApJ 646, 881), equation 8; 1e10 to 1e15 solar masses per h. */
  public static WarrenForm warren() {
    return new WarrenForm(0.7234, 1.625, 0.2538, 1.1982, 1);
  }

  /** Watson et al. 2013 (MNRAS 433, 1230), equation 12: friends of friends at any redshift. */
  public static WarrenForm watson() {
    return new WarrenForm(0.282, 2.163, 1, 1.210, 1.406);
  }

  /** Angulo et al. 2012 (MNRAS 426, 2046), equation 2. */
  public static WarrenForm angulo() {
    return new WarrenForm(0.201, 1.7, 1, 1.172, 2.08);
  }

  /** Crocce et al. 2010 (MNRAS 403, 1353), table 2: coefficients that change with redshift. */
  public static MassFunction crocce() {
    return (sigma, z) -> {
      double a = 1 + z;
      WarrenForm form =
          new WarrenForm(
              0.58 * Math.pow(a, -0.13),
              1.37 * Math.pow(a, -0.15),
              0.3 * Math.pow(a, -0.084),
              1.036 * Math.pow(a, -0.024),
              1);
      return form.multiplicity(sigma, z);
    };
  }

  @Override
  public double multiplicity(double sigma, double z) {
    return amplitude * (Math.pow(e / sigma, b) + c) * Math.exp(-d / (sigma * sigma));
  }
}
