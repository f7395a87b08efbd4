package org.nightjar.cosmology.power;

import static java.lang.Math.abs;
import static java.lang.Math.pow;

/** Sets of coefficients of halofit. */
public enum HalofitModel {
  /** Smith et al. 2003 (MNRAS 341, 1311), C9 to C16. */
  SMITH(false) {
    @Override
    Coefficients at(double n, double curvature, double dark) {
      return new Coefficients(
          pow(
              10,
              1.4861
                  + n * (1.8369 + n * (1.6762 + n * (0.7940 + n * 0.1670)))
                  - 0.6206 * curvature),
          pow(10, 0.9463 + n * (0.9466 + n * 0.3084) - 0.9400 * curvature),
          pow(10, -0.2807 + n * (0.6669 + n * 0.3214) - 0.0793 * curvature),
          0.8649 + 0.2989 * n + 0.1631 * curvature,
          abs(1.3884 + n * (0.3700 - n * 0.1452)),
          0.8291 + n * (0.9854 + n * 0.3401),
          pow(10, -3.5442 + 0.1908 * n),
          pow(10, 0.9589 + 1.2857 * n));
    }
  },
  /**
   * Takahashi et al. 2012 (ApJ 761, 152), A6 to A13. The dark energy term of b_n has the
   * coefficient of A7, 0.2279.
   */
  TAKAHASHI(false) {
    @Override
    Coefficients at(double n, double curvature, double dark) {
      double a =
          1.5222 + n * (2.8553 + n * (2.3706 + n * (0.9903 + n * 0.2250))) - 0.6038 * curvature;
      double alpha = 6.0835 + n * (1.3373 - n * 0.1959) - 5.5274 * curvature;
      double beta = 2.0379 + n * (-0.7354 + n * (0.3157 + n * (1.2490 + n * 0.3980)));
      return new Coefficients(
          pow(10, a + 0.1749 * dark),
          pow(10, -0.5642 + n * (0.5864 + n * 0.5716) - 1.5474 * curvature + 0.2279 * dark),
          pow(10, 0.3698 + n * (2.0404 + n * 0.8161) + 0.5869 * curvature),
          0.1971 - 0.0843 * n + 0.8460 * curvature,
          abs(alpha),
          beta - 0.1682 * curvature,
          0,
          pow(10, 5.2105 + 3.6902 * n));
    }
  },
  /**
   * Bird, Viel & Haehnelt 2012 (MNRAS 420, 2551), appendix A: Smith et al. with another gamma_n
   * (A5), and with massive neutrinos.
   */
  BIRD(true) {
    @Override
    Coefficients at(double n, double curvature, double dark) {
      Coefficients c = SMITH.at(n, curvature, dark);
      double gamma = c.gamma() + 0.316 - 0.0765 * n - 0.835 * curvature;
      return new Coefficients(c.a(), c.b(), c.c(), gamma, c.alpha(), c.beta(), c.mu(), c.nu());
    }
  };

  private final boolean neutrinos;

  HalofitModel(boolean neutrinos) {
    this.neutrinos = neutrinos;
  }

  /** Whether massive neutrinos have terms of their own. */
  boolean neutrinos() {
    return neutrinos;
  }

  /**
   * The coefficients for a spectrum's shape.
   *
   * @param n effective index
   * @param curvature of the spectrum
   * @param dark density of dark energy times (1+w)
   */
  abstract Coefficients at(double n, double curvature, double dark);

  /** What the formulas of halofit are made of. */
  record Coefficients(
      double a,
      double b,
      double c,
      double gamma,
      double alpha,
      double beta,
      double mu,
      double nu) {}
}
