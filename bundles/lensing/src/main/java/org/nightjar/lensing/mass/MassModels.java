package org.nightjar.lensing.mass;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.nightjar.rendering.light.Ellipse;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Mass profiles by the names and parameters that lenstronomy and deeplenstronomy give them. Where a
 * parameter is left out, it is 0 only if it is a middle or an ellipticity.
 */
@ProviderType
public final class MassModels {
  private static final Set<String> MAY_BE_LEFT_OUT =
      Set.of("center_x", "center_y", "e1", "e2", "ra_0", "dec_0");
  private static final List<String> MIDDLE = List.of("center_x", "center_y");
  private static final List<String> ELLIPSE = List.of("e1", "e2", "center_x", "center_y");
  private static final List<String> ORIGIN = List.of("ra_0", "dec_0");
  private static final Map<String, Model> MODELS = models();

  private MassModels() {}

  private record Model(Set<String> parameters, Function<Map<String, Double>, MassProfile> make) {}

  /** Names, sorted. */
  public static Set<String> names() {
    return new TreeSet<>(MODELS.keySet());
  }

  /** The names of a model's parameters; empty if there is no such model. */
  public static Optional<Set<String>> parameters(String name) {
    return Optional.ofNullable(MODELS.get(name)).map(Model::parameters);
  }

  /**
   * A profile.
   *
   * @param name such as {@code SIE}
   * @param parameters by name
   * @return empty if the model or one of the parameters is not known, or one is missing
   * @throws IllegalArgumentException if a value is out of range
   */
  public static Optional<MassProfile> find(String name, Map<String, Double> parameters) {
    Model model = MODELS.get(name);
    if (model == null || !model.parameters.containsAll(parameters.keySet())) {
      return Optional.empty();
    }
    Map<String, Double> all = new LinkedHashMap<>(parameters);
    for (String parameter : model.parameters) {
      if (MAY_BE_LEFT_OUT.contains(parameter)) {
        all.putIfAbsent(parameter, 0.0);
      } else if (!all.containsKey(parameter)) {
        return Optional.empty();
      }
    }
    return Optional.of(model.make.apply(all));
  }

  private static Map<String, Model> models() {
    Map<String, Model> models = new TreeMap<>();
    addRound(models);
    addElliptical(models);
    addExternal(models);
    return Map.copyOf(models);
  }

  private static void addRound(Map<String, Model> models) {
    add(models, "SIS", MIDDLE, p -> new Sis(p.get("theta_E"), x(p), y(p)), "theta_E");
    add(models, "POINT_MASS", MIDDLE, p -> new PointMass(p.get("theta_E"), x(p), y(p)), "theta_E");
    add(
        models,
        "SPP",
        MIDDLE,
        p -> new SphericalPowerLaw(p.get("theta_E"), p.get("gamma"), x(p), y(p)),
        "theta_E",
        "gamma");
    add(models, "NFW", MIDDLE, MassModels::nfw, "Rs", "alpha_Rs");
    add(models, "HERNQUIST", MIDDLE, MassModels::hernquist, "sigma0", "Rs");
    add(models, "PJAFFE", MIDDLE, MassModels::jaffe, "sigma0", "Ra", "Rs");
    add(
        models,
        "CORED_DENSITY",
        MIDDLE,
        p -> new CoredDensity(p.get("sigma0"), p.get("r_core"), x(p), y(p)),
        "sigma0",
        "r_core");
  }

  private static void addElliptical(Map<String, Model> models) {
    add(
        models,
        "SIE",
        ELLIPSE,
        p -> IsothermalEllipsoid.singular(ellipse(p), p.get("theta_E")),
        "theta_E");
    add(
        models,
        "NIE",
        ELLIPSE,
        p -> IsothermalEllipsoid.withCoreScale(ellipse(p), p.get("theta_E"), p.get("s_scale")),
        "theta_E",
        "s_scale");
    for (String name : List.of("EPL", "EPL_NUMBA", "PEMD")) {
      add(
          models,
          name,
          ELLIPSE,
          p -> new PowerLawEllipsoid(ellipse(p), p.get("theta_E"), p.get("gamma")),
          "theta_E",
          "gamma");
    }
    add(
        models,
        "NFW_ELLIPSE_CSE",
        ELLIPSE,
        p -> SteepEllipsoids.nfw(ellipse(p), p.get("Rs"), p.get("alpha_Rs")),
        "Rs",
        "alpha_Rs");
    add(
        models,
        "HERNQUIST_ELLIPSE_CSE",
        ELLIPSE,
        p -> SteepEllipsoids.hernquist(ellipse(p), p.get("sigma0"), p.get("Rs")),
        "sigma0",
        "Rs");
    add(
        models,
        "DPIE",
        ELLIPSE,
        p -> new PseudoJaffeEllipsoid(ellipse(p), p.get("sigma0"), p.get("Ra"), p.get("Rs")),
        "sigma0",
        "Ra",
        "Rs");
    for (String name : List.of("NFW_ELLIPSE", "NFW_ELLIPSE_POTENTIAL")) {
      add(models, name, ELLIPSE, p -> flat(nfw(p), p), "Rs", "alpha_Rs");
    }
    for (String name : List.of("HERNQUIST_ELLIPSE", "HERNQUIST_ELLIPSE_POTENTIAL")) {
      add(models, name, ELLIPSE, p -> flat(hernquist(p), p), "sigma0", "Rs");
    }
    for (String name : List.of("PJAFFE_ELLIPSE", "PJAFFE_ELLIPSE_POTENTIAL")) {
      add(models, name, ELLIPSE, p -> flat(jaffe(p), p), "sigma0", "Ra", "Rs");
    }
  }

  private static void addExternal(Map<String, Model> models) {
    add(
        models,
        "SHEAR",
        ORIGIN,
        p -> new Shear(p.get("gamma1"), p.get("gamma2"), p.get("ra_0"), p.get("dec_0")),
        "gamma1",
        "gamma2");
    add(
        models,
        "CONVERGENCE",
        ORIGIN,
        p -> new Sheet(p.get("kappa"), p.get("ra_0"), p.get("dec_0")),
        "kappa");
    for (String name : List.of("SHIFT", "ALPHA_SHIFT")) {
      add(
          models,
          name,
          List.of(),
          p -> new Shift(p.get("alpha_x"), p.get("alpha_y")),
          "alpha_x",
          "alpha_y");
    }
    add(
        models,
        "MULTIPOLE",
        MIDDLE,
        p -> new Multipole((int) Math.rint(p.get("m")), p.get("a_m"), p.get("phi_m"), x(p), y(p)),
        "m",
        "a_m",
        "phi_m");
  }

  private static void add(
      Map<String, Model> models,
      String name,
      List<String> more,
      Function<Map<String, Double>, MassProfile> make,
      String... parameters) {
    Set<String> all = new TreeSet<>(List.of(parameters));
    all.addAll(more);
    models.put(name, new Model(Set.copyOf(all), make));
  }

  private static double x(Map<String, Double> p) {
    return p.getOrDefault("center_x", 0.0);
  }

  private static double y(Map<String, Double> p) {
    return p.getOrDefault("center_y", 0.0);
  }

  private static Ellipse ellipse(Map<String, Double> p) {
    return Ellipse.ofEllipticity(x(p), y(p), p.get("e1"), p.get("e2"));
  }

  private static MassProfile flat(CircularMass round, Map<String, Double> p) {
    return new EllipticalPotential(round, ellipse(p));
  }

  private static CircularMass nfw(Map<String, Double> p) {
    return new SphericalNfw(p.get("Rs"), p.get("alpha_Rs"), x(p), y(p));
  }

  private static CircularMass hernquist(Map<String, Double> p) {
    return new SphericalHernquist(p.get("sigma0"), p.get("Rs"), x(p), y(p));
  }

  private static CircularMass jaffe(Map<String, Double> p) {
    return new SphericalPseudoJaffe(p.get("sigma0"), p.get("Ra"), p.get("Rs"), x(p), y(p));
  }
}
