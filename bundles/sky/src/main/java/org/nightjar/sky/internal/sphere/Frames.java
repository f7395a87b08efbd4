package org.nightjar.sky.internal.sphere;

/** The frames that headers name. Why FK5 of J2000 is the ICRS here: see RATIONALE.md. */
public final class Frames {
  /** Murray (1989, A&A 218, 325), equation 28: FK4 without E-terms at B1950 to FK5 at J2000. */
  private static final Matrix3 MURRAY =
      new Matrix3(
          0.9999256794956877,
          -0.0111814832204662,
          -0.0048590038153592,
          0.0111814832391717,
          0.9999374848933135,
          -0.0000271625947142,
          0.0048590037723143,
          -0.0000271702937440,
          0.9999881946023742);

  private static final double MAS = Math.toRadians(1 / 3.6e6);

  /** FK5 at J2000 to ICRS: the bias of Hilton & Hohenkerk (2004, A&A 413, 765), 23 mas. */
  private static final Matrix3 FK5_TO_ICRS =
      Matrix3.aboutX(19.9 * MAS)
          .after(Matrix3.aboutY(9.1 * MAS))
          .after(Matrix3.aboutZ(-22.9 * MAS))
          .transposed();

  /**
   * FK5 at J2000 to galactic: the pole of 1958 (192.25, 27.4 at B1950) carried to J2000 as by
   * Murray (1989), to full precision.
   */
  private static final Matrix3 FK5_TO_GALACTIC =
      Matrix3.aboutZ(Math.toRadians(180 - 122.9319185680026))
          .after(Matrix3.aboutY(Math.toRadians(90 - 27.12825118085622)))
          .after(Matrix3.aboutZ(Math.toRadians(192.8594812065348)));

  private Frames() {}

  /** Galactic coordinates. */
  public static Frame galactic() {
    return new RotatedFrame(FK5_TO_ICRS.after(FK5_TO_GALACTIC.transposed()));
  }

  /** FK5 at an equinox in Julian years; J2000 is taken for the ICRS. */
  public static Frame fk5(double equinox) {
    return equinox == 2000
        ? RotatedFrame.ICRS
        : new RotatedFrame(Precession.fromJ2000(equinox).transposed());
  }

  /** FK4 at an equinox in Besselian years, observed at that time. */
  public static Frame fk4(double equinox) {
    return new Fk4Frame(fk4WithoutEterms(equinox), Eterms.of(equinox));
  }

  /** FK4 without the E-terms of aberration. */
  public static RotatedFrame fk4WithoutEterms(double equinox) {
    return new RotatedFrame(
        FK5_TO_ICRS.after(rotating(equinox)).after(Precession.newcomb(equinox, 1950)));
  }

  /** Murray's matrix, moved with the rotation of FK4 from B1950 to the time of the observation. */
  private static Matrix3 rotating(double equinox) {
    double centuries = (Precession.julianYear(equinox) - 1950) / 100 * 1e-6;
    double[] corrections = {
      -0.0026455262, -1.1539918689, 2.1111346190,
      1.1540628161, -0.0129042997, 0.0236021478,
      -2.1112979048, -0.0056024448, 0.0102587734
    };
    for (int i = 0; i < corrections.length; i++) {
      corrections[i] *= centuries;
    }
    return MURRAY.plus(new Matrix3(corrections));
  }
}
