package org.nightjar.sky.internal.projection;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The projections by their codes in CTYPE. */
public final class Projections {
  /** Most parameters that a projection takes: PVi_0 to PVi_29 of ZPN. */
  public static final int MOST_PARAMETERS = 30;

  /** Codes with a meaning here. GLS, NCP and TPV are SFL, SIN and TAN with something more. */
  public static final Set<String> CODES =
      Set.of(
          "TAN", "TPV", "SIN", "NCP", "ARC", "STG", "ZEA", "ZPN", "CAR", "CEA", "MER", "SFL", "GLS",
          "AIT", "MOL");

  private Projections() {}

  /**
   * The projection of a code.
   *
   * @param code one of {@link #CODES}
   * @param p PVi_m of the latitude axis, at least {@link #MOST_PARAMETERS}, NaN where the header
   *     has none
   * @return empty if these parameters make no projection
   */
  public static Optional<Projection> of(String code, double[] p) {
    return Optional.ofNullable(
        switch (code) {
          case "TAN", "TPV" -> new Gnomonic();
          case "SIN", "NCP" -> new Orthographic(or(p[1], 0), or(p[2], 0));
          case "ARC" -> new ZenithalEquidistant();
          case "STG" -> new Stereographic();
          case "ZEA" -> new ZenithalEqualArea();
          case "ZPN" -> polynomial(p);
          case "CAR" -> new PlateCarree();
          case "CEA" -> equalArea(or(p[1], 1));
          case "MER" -> new Mercator();
          case "SFL", "GLS" -> new SansonFlamsteed();
          case "AIT" -> new HammerAitoff();
          case "MOL" -> new Mollweide();
          default -> throw new IllegalArgumentException("no projection " + code);
        });
  }

  private static Projection equalArea(double lambda) {
    return lambda > 0 && lambda <= 1 ? new CylindricalEqualArea(lambda) : null;
  }

  private static Projection polynomial(double[] parameters) {
    int needed = 1;
    double[] coefficients = new double[MOST_PARAMETERS];
    for (int i = 0; i < MOST_PARAMETERS; i++) {
      coefficients[i] = or(parameters[i], 0);
      needed = coefficients[i] == 0 ? needed : i + 1;
    }
    ZenithalPolynomial polynomial = new ZenithalPolynomial(Arrays.copyOf(coefficients, needed));
    return polynomial.usable() ? polynomial : null;
  }

  private static double or(double value, double missing) {
    return Double.isNaN(value) ? missing : value;
  }
}
