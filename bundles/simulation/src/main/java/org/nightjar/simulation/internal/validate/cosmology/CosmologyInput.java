package org.nightjar.simulation.internal.validate.cosmology;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.CosmologyParameters;
import org.nightjar.cosmology.FriedmannCosmology;
import org.nightjar.cosmology.Preset;

/**
 * Reads the description of a universe: a name of a preset, or an object with a type and parameters
 * named as astropy names them. Parameters left out are astropy's defaults: no radiation, 3.04
 * massless neutrino species, a cosmological constant.
 */
public final class CosmologyInput {
  private static final Set<String> COMMON =
      Set.of("type", "name", "H0", "Om0", "Tcmb0", "Neff", "m_nu", "m_nu_eV", "Ob0");

  /** What each type has besides the common parameters. */
  private static final Map<String, Set<String>> TYPES =
      Map.of(
          "FlatLambdaCDM", Set.of(),
          "LambdaCDM", Set.of("Ode0"),
          "FlatwCDM", Set.of("w0"),
          "wCDM", Set.of("Ode0", "w0"),
          "Flatw0waCDM", Set.of("w0", "wa"),
          "w0waCDM", Set.of("Ode0", "w0", "wa"));

  private CosmologyInput() {}

  /** The universe; empty if a parameter is missing or unknown. */
  public static Optional<FriedmannCosmology> read(JsonNode node) throws NightjarException {
    if (node.isTextual()) {
      Optional<Preset> preset = Preset.byName(node.asText());
      return preset.isEmpty()
          ? Optional.empty()
          : Optional.of(FriedmannCosmology.of(preset.get().parameters()));
    }
    Set<String> special = TYPES.get(node.path("type").asText());
    if (special == null || !known(node, special)) {
      return Optional.empty();
    }
    if (!node.path("H0").isNumber() || !node.path("Om0").isNumber()) {
      return Optional.empty();
    }
    double h0 = node.get("H0").asDouble();
    double om0 = node.get("Om0").asDouble();
    double neff = node.path("Neff").asDouble(3.04);
    CosmologyParameters.Builder builder =
        special.contains("Ode0")
            ? CosmologyParameters.curved(h0, om0, node.path("Ode0").asDouble())
            : CosmologyParameters.flat(h0, om0);
    return Optional.of(
        FriedmannCosmology.of(
            builder
                .cmb(node.path("Tcmb0").asDouble(0))
                .neutrinos(neff)
                .neutrinoMasses(masses(node, neff))
                .baryons(node.path("Ob0").asDouble(0))
                .darkEnergy(node.path("w0").asDouble(-1), node.path("wa").asDouble(0))
                .build()));
  }

  private static boolean known(JsonNode node, Set<String> special) {
    Iterator<String> names = node.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!COMMON.contains(name) && !special.contains(name)) {
        return false;
      }
    }
    return !special.contains("Ode0") || node.path("Ode0").isNumber();
  }

  /** A single mass is that of every whole species. */
  private static List<Double> masses(JsonNode node, double neff) {
    JsonNode given = node.has("m_nu_eV") ? node.get("m_nu_eV") : node.path("m_nu");
    if (given.isNumber()) {
      double mass = given.asDouble();
      return mass == 0
          ? List.of()
          : DoubleStream.generate(() -> mass).limit((long) neff).boxed().toList();
    }
    List<Double> masses = new ArrayList<>();
    given.forEach(mass -> masses.add(mass.asDouble()));
    return masses;
  }
}
