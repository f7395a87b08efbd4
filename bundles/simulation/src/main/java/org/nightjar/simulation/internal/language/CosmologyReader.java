package org.nightjar.simulation.internal.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nightjar.api.simulation.CosmologyParameters;
import org.nightjar.yaml.ProblemList;
import org.nightjar.yaml.Suggestion;
import org.nightjar.yaml.Yaml;

/** The section {@code cosmology}: a preset, or parameters. */
final class CosmologyReader {
  static final String DEFAULT = "planck18";
  static final List<String> KEYS =
      List.of(
          "preset", "H0", "Om0", "Ob0", "Ok0", "Tcmb0", "Neff", "m_nu", "w0", "wa", "sigma8", "ns");
  private static final List<Double> LIGHT = List.of(0.0, 0.0, 0.06);

  /** Planck 2013 XVI, 2015 XIII, 2018 VI (tables of TT, TE, EE, lensing, BAO); WMAP 7 and 9. */
  static final Map<String, CosmologyParameters> PRESETS =
      new TreeMap<>(
          Map.of(
              "planck18", preset("planck18", 67.66, 0.30966, 0.04897, 0.8102, 0.9665),
              "planck15", preset("planck15", 67.74, 0.3075, 0.0486, 0.8159, 0.9667),
              "planck13", preset("planck13", 67.77, 0.30712, 0.048252, 0.8288, 0.9611),
              "wmap9", wmap("wmap9", 69.32, 0.2865, 0.04628, 0.82, 0.9608),
              "wmap7", wmap("wmap7", 70.4, 0.272, 0.0455, 0.81, 0.967)));

  private final ProblemList problems;
  private final Keys keys;

  CosmologyReader(ProblemList problems) {
    this.problems = problems;
    this.keys = new Keys(problems);
  }

  private static CosmologyParameters preset(
      String name, double hubble, double matter, double baryons, double sigma8, double index) {
    return new CosmologyParameters(
        name, hubble, matter, baryons, 0, 2.7255, 3.046, LIGHT, -1, 0, sigma8, index);
  }

  private static CosmologyParameters wmap(
      String name, double hubble, double matter, double baryons, double sigma8, double index) {
    return new CosmologyParameters(
        name, hubble, matter, baryons, 0, 2.725, 3.04, List.of(), -1, 0, sigma8, index);
  }

  Optional<CosmologyParameters> read(Yaml yaml) {
    if (yaml instanceof Yaml.Scalar scalar) {
      return preset(scalar);
    }
    Optional<Yaml.Fields> section = keys.section("cosmology", yaml, KEYS);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Yaml.Fields fields = section.get();
    Optional<CosmologyParameters> base = base(fields);
    return base.flatMap(start -> changed(fields, start));
  }

  private Optional<CosmologyParameters> base(Yaml.Fields fields) {
    Optional<Yaml> preset = fields.value("preset");
    if (preset.isPresent()) {
      return preset.get() instanceof Yaml.Scalar scalar ? preset(scalar) : Optional.empty();
    }
    for (String needed : List.of("H0", "Om0")) {
      if (fields.value(needed).isEmpty()) {
        problems.add(
            fields.line(),
            "cosmology lacks " + needed,
            "Give H0 (km/s/Mpc) and Om0, or a preset: " + String.join(", ", PRESETS.keySet()));
        return Optional.empty();
      }
    }
    return Optional.of(CosmologyParameters.flat(70, 0.3));
  }

  private Optional<CosmologyParameters> preset(Yaml.Scalar scalar) {
    CosmologyParameters preset = PRESETS.get(scalar.text());
    if (preset == null) {
      problems.add(
          scalar.line(),
          "there is no cosmology '" + scalar.text() + "'",
          Suggestion.remedy(scalar.text(), PRESETS.keySet()));
    }
    return Optional.ofNullable(preset);
  }

  private Optional<CosmologyParameters> changed(Yaml.Fields fields, CosmologyParameters base) {
    int before = problems.size();
    double matter = value(fields, "Om0", base.matter());
    List<Double> masses = masses(fields, base);
    try {
      CosmologyParameters changed =
          new CosmologyParameters(
              "",
              value(fields, "H0", base.hubble()),
              matter,
              value(fields, "Ob0", Math.min(base.baryons(), matter)),
              value(fields, "Ok0", base.curvature()),
              value(fields, "Tcmb0", base.temperature()),
              value(fields, "Neff", base.neutrinoSpecies()),
              masses,
              value(fields, "w0", base.w0()),
              value(fields, "wa", base.wa()),
              value(fields, "sigma8", base.sigma8()),
              value(fields, "ns", base.spectralIndex()));
      return problems.size() > before ? Optional.empty() : Optional.of(changed);
    } catch (IllegalArgumentException e) {
      problems.add(fields.line(), "no universe: " + e.getMessage(), "Give a physical value.");
      return Optional.empty();
    }
  }

  private double value(Yaml.Fields fields, String key, double otherwise) {
    return fields.value(key).flatMap(yaml -> keys.number(key, yaml)).orElse(otherwise);
  }

  private List<Double> masses(Yaml.Fields fields, CosmologyParameters base) {
    Optional<Yaml> given = fields.value("m_nu");
    if (given.isEmpty()) {
      return base.neutrinoMasses();
    }
    List<Double> masses = new ArrayList<>();
    keys.list("m_nu", given.get())
        .ifPresent(all -> all.forEach(m -> keys.number("m_nu", m).ifPresent(masses::add)));
    return masses;
  }
}
