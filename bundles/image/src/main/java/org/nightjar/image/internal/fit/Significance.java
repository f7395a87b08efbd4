package org.nightjar.image.internal.fit;

/** How sure a value over its error is when the error comes from few values itself. */
public final class Significance {

  private Significance() {}

  /**
   * The deviate of a Gaussian that is as improbable as {@code t} of Student's distribution: Wallace
   * (1959, Ann. Math. Stat. 30, 1121), within 2 %.
   *
   * @param t value over error, at least 0
   * @param freedom degrees of freedom of the error; of 0 and fewer nothing can be said: 0
   */
  public static double ofStudent(double t, int freedom) {
    return freedom < 1
        ? 0
        : (8.0 * freedom + 1)
            / (8.0 * freedom + 3)
            * Math.sqrt(freedom * Math.log1p(t * t / freedom));
  }
}
