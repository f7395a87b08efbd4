package org.nightjar.simulation.internal.importer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A function that SkyPy's descriptions call, and the component that stands for it.
 *
 * @param component its name here
 * @param rows whether it makes the rows of its table
 * @param parameters names there, in the order in which they are given without names
 * @param names the name here of those that differ by more than case and hyphens; empty for those
 *     that have no meaning here
 */
record KnownFunction(
    String component, boolean rows, List<String> parameters, Map<String, String> names) {
  static final Map<String, KnownFunction> ALL = all();

  /** Sets the number of rows. */
  static final String SIZE = "size";

  /** The name of a parameter here. */
  String name(String there) {
    return names.getOrDefault(there, there.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static Map<String, KnownFunction> all() {
    Map<String, KnownFunction> known = new LinkedHashMap<>();
    known.put(
        "skypy.galaxies.schechter_lf",
        new KnownFunction(
            "galaxies.schechter-light-cone",
            true,
            List.of("redshift", "M_star", "phi_star", "alpha", "m_lim", "sky_area", "noise"),
            Map.of("sky_area", "area", "noise", "")));
    column(
        known,
        "skypy.galaxies.spectrum.dirichlet_coefficients",
        "galaxies.dirichlet-coefficients",
        List.of("redshift", "alpha0", "alpha1", "z1", "weight"),
        Map.of());
    shapes(known);
    spectra(known);
    numpy(known);
    return known;
  }

  private static void shapes(Map<String, KnownFunction> known) {
    List<String> sizes = List.of("magnitude", "a", "b", "M0", "sigma1", "sigma2", SIZE);
    column(
        known,
        "skypy.galaxies.morphology.early_type_lognormal_size",
        "galaxies.early-type-size",
        sizes,
        Map.of());
    column(
        known,
        "skypy.galaxies.morphology.late_type_lognormal_size",
        "galaxies.late-type-size",
        List.of("magnitude", "alpha", "beta", "gamma", "M0", "sigma1", "sigma2", SIZE),
        Map.of());
    column(
        known,
        "skypy.galaxies.morphology.beta_ellipticity",
        "galaxies.beta-ellipticity",
        List.of("e_ratio", "e_sum", SIZE),
        Map.of());
  }

  private static void spectra(Map<String, KnownFunction> known) {
    column(
        known,
        "skypy.galaxies.redshift.smail",
        "galaxies.smail-redshift",
        List.of("z_median", "alpha", "beta", SIZE),
        Map.of());
    List<String> magnitudes =
        List.of("coefficients", "redshift", "filters", "cosmology", "stellar_mass");
    column(
        known,
        "skypy.galaxies.spectrum.kcorrect.apparent_magnitudes",
        "galaxies.apparent-magnitudes",
        magnitudes,
        Map.of());
    column(
        known,
        "skypy.galaxies.spectrum.kcorrect.stellar_mass",
        "galaxies.stellar-mass",
        List.of("coefficients", "magnitudes", "filter"),
        Map.of());
  }

  private static void numpy(Map<String, KnownFunction> known) {
    column(
        known,
        "numpy.random.uniform",
        "random.uniform",
        List.of("low", "high", SIZE),
        Map.of("low", "from", "high", "to"));
    column(
        known,
        "numpy.random.normal",
        "random.normal",
        List.of("loc", "scale", SIZE),
        Map.of("loc", "mean", "scale", "sigma"));
  }

  private static void column(
      Map<String, KnownFunction> known,
      String tag,
      String component,
      List<String> parameters,
      Map<String, String> names) {
    known.put(tag, new KnownFunction(component, false, parameters, names));
  }
}
