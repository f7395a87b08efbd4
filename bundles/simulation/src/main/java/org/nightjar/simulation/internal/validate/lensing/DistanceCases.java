package org.nightjar.simulation.internal.validate.lensing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.lensing.distance.LensDistances;
import org.nightjar.lensing.distance.SolarMass;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.CosmologyReader;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** Angles of lenses from masses and speeds, critical densities and distances. */
final class DistanceCases implements CaseEvaluator {
  private final CosmologyReader cosmologies;

  DistanceCases(CosmologyReader cosmologies) {
    this.cosmologies = cosmologies;
  }

  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check)
      throws NightjarException {
    JsonNode inputs = reference.inputs();
    Optional<Double> lens = Inputs.number(inputs, "z_lens");
    Optional<Double> source = Inputs.number(inputs, "z_source");
    Optional<? extends Cosmology> cosmology = cosmologies.read(inputs.path("cosmology"));
    if (lens.isEmpty()
        || source.isEmpty()
        || cosmology.isEmpty()
        || !Inputs.only(
            inputs, "cosmology", "z_lens", "z_source", "sigma_v_km_s", "M200c_Msun", "c")) {
      return Optional.empty();
    }
    // The cases' masses are lenstronomy's: 2.8e-4 heavier, which is more than they let pass.
    LensDistances distances =
        new LensDistances(cosmology.get(), lens.get(), source.get(), SolarMass.LENSTRONOMY);
    return switch (check.path("quantity").asText()) {
      case "theta_E_arcsec" -> radii(distances, inputs.path("sigma_v_km_s"));
      case "Rs_arcsec" -> halo(distances, inputs, true);
      case "alpha_Rs_arcsec" -> halo(distances, inputs, false);
      case "Sigma_crit_Msun_Mpc2" -> Optional.of(Inputs.number(distances.criticalDensity()));
      case "Sigma_crit_Msun_per_arcsec2" ->
          Optional.of(Inputs.number(distances.criticalDensityPerSquareArcsecond()));
      case "D_dt_Mpc" -> Optional.of(Inputs.number(distances.timeDelayDistance()));
      case "D_lens_Mpc" -> Optional.of(Inputs.number(distances.toLens()));
      case "D_source_Mpc" -> Optional.of(Inputs.number(distances.toSource()));
      case "D_ls_Mpc" -> Optional.of(Inputs.number(distances.between()));
      default -> Optional.empty();
    };
  }

  private static Optional<JsonNode> radii(LensDistances distances, JsonNode speeds) {
    if (speeds.isNumber()) {
      return Optional.of(Inputs.number(distances.einsteinRadius(speeds.asDouble())));
    }
    return Inputs.numbers(speeds)
        .map(v -> Inputs.array(v.length, i -> distances.einsteinRadius(v[i])));
  }

  private static Optional<JsonNode> halo(LensDistances distances, JsonNode inputs, boolean radius) {
    Optional<Double> mass = Inputs.number(inputs, "M200c_Msun");
    Optional<Double> concentration = Inputs.number(inputs, "c");
    if (mass.isEmpty() || concentration.isEmpty()) {
      return Optional.empty();
    }
    var angles = distances.nfw(mass.get(), concentration.get());
    return Optional.of(Inputs.number(radius ? angles.scaleRadius() : angles.deflection()));
  }
}
