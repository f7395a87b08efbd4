package org.nightjar.simulation.internal.validate.cosmology;

import static org.nightjar.cosmology.PhysicalConstants.PARSEC;
import static org.nightjar.cosmology.PhysicalConstants.SOLAR_MASS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.FriedmannCosmology;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** Distances, times and densities of a universe at redshifts. */
public final class DistanceCases implements CaseEvaluator {
  private static final Set<String> INPUTS = Set.of("cosmology", "z", "z1", "z2");

  /** Solar masses per cubic Mpc in grams per cubic centimetre. */
  private static final double GRAMS = SOLAR_MASS * 1e3 / Math.pow(PARSEC * 1e8, 3);

  /** Radians per arcsecond times kpc per Mpc. */
  private static final double KPC_PER_ARCSEC = Math.toRadians(1.0 / 3600) * 1e3;

  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check)
      throws NightjarException {
    Inputs inputs = Inputs.of(reference);
    if (!reference.group().equals("cosmology") || !inputs.only(INPUTS)) {
      return Optional.empty();
    }
    Optional<FriedmannCosmology> universe = CosmologyInput.read(inputs.node().path("cosmology"));
    if (universe.isEmpty()) {
      return Optional.empty();
    }
    String quantity = check.path("quantity").asText();
    if (quantity.startsWith("angular_diameter_distance_z1z2")) {
      return between(universe.get(), inputs.node().path("z1"), inputs.node().path("z2"));
    }
    Double constant = constants(universe.get()).get(quantity);
    if (constant != null) {
      return Optional.of(Inputs.number(constant));
    }
    DoubleUnaryOperator function = functions(universe.get()).get(quantity);
    return function == null ? Optional.empty() : Inputs.map(inputs.node().path("z"), function);
  }

  private static Optional<JsonNode> between(FriedmannCosmology c, JsonNode z1, JsonNode z2) {
    if (z1.isNumber() && z2.isNumber()) {
      return Optional.of(Inputs.number(c.angularDiameterDistance(z1.asDouble(), z2.asDouble())));
    }
    if (!z1.isArray() || z1.size() != z2.size()) {
      return Optional.empty();
    }
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < z1.size(); i++) {
      all.add(c.angularDiameterDistance(z1.get(i).asDouble(), z2.get(i).asDouble()));
    }
    return Optional.of(all);
  }

  private static Map<String, Double> constants(FriedmannCosmology c) {
    return Map.of(
        "Ode0", c.darkEnergyDensity(0),
        "Ok0", c.curvatureDensity(0),
        "Ogamma0", c.photonDensity(0),
        "Onu0", c.neutrinoDensity(0),
        "hubble_distance_Mpc", c.hubbleDistance(),
        "hubble_time_Gyr", c.hubbleTime(),
        "age_today_Gyr", c.age(0));
  }

  private static Map<String, DoubleUnaryOperator> functions(FriedmannCosmology c) {
    return Map.ofEntries(
        Map.entry("comoving_distance_Mpc", c::comovingDistance),
        Map.entry("comoving_transverse_distance_Mpc", c::transverseComovingDistance),
        Map.entry("transverse_comoving_distance_Mpc", c::transverseComovingDistance),
        Map.entry("angular_diameter_distance_Mpc", c::angularDiameterDistance),
        Map.entry("luminosity_distance_Mpc", c::luminosityDistance),
        Map.entry("distmod_mag", c::distanceModulus),
        Map.entry("differential_comoving_volume_Mpc3_per_sr", c::differentialComovingVolume),
        Map.entry("comoving_volume_Mpc3", c::comovingVolume),
        Map.entry("lookback_time_Gyr", c::lookbackTime),
        Map.entry("age_Gyr", c::age),
        Map.entry("H_km_s_Mpc", c::hubble),
        Map.entry("efunc", c::expansion),
        Map.entry("E_of_z", c::expansion),
        Map.entry("Om_of_z", c::matterDensity),
        Map.entry("Ode_of_z", c::darkEnergyDensity),
        Map.entry("Ok_of_z", c::curvatureDensity),
        Map.entry("Ogamma_of_z", c::photonDensity),
        Map.entry("Onu_of_z", c::neutrinoDensity),
        Map.entry("w_of_z", c::darkEnergyState),
        Map.entry("critical_density_Msun_Mpc3", c::criticalDensity),
        Map.entry("critical_density_g_cm3", z -> c.criticalDensity(z) * GRAMS),
        Map.entry("kpc_proper_per_arcsec", z -> c.angularDiameterDistance(z) * KPC_PER_ARCSEC));
  }
}
