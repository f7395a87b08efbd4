package org.nightjar.simulation.internal.validate.lensing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.lensing.mass.MassModels;
import org.nightjar.lensing.mass.MassProfile;
import org.nightjar.lensing.plane.Plane;
import org.nightjar.lensing.plane.PlaneStack;
import org.nightjar.simulation.internal.validate.CosmologyReader;

/** Lenses as cases describe them. */
final class Lenses {
  /** How a list of the lenses' redshifts may be called. */
  private static final List<String> REDSHIFTS =
      List.of(
          "z_lens",
          "z_lenses",
          "z_planes",
          "redshifts",
          "lens_redshifts",
          "lens_redshift_list",
          "redshift_list",
          "plane_redshifts");

  private Lenses() {}

  /** Profiles by names and parameters; empty if one is not known. */
  static Optional<List<MassProfile>> profiles(JsonNode names, JsonNode parameters) {
    if (!names.isArray() || names.isEmpty() || names.size() != parameters.size()) {
      return Optional.empty();
    }
    List<MassProfile> profiles = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).asText();
      Optional<MassProfile> profile =
          Inputs.parameters(parameters.get(i)).flatMap(values -> MassModels.find(name, values));
      if (profile.isEmpty()) {
        return Optional.empty();
      }
      profiles.add(profile.get());
    }
    return Optional.of(profiles);
  }

  /** One plane, or several; empty if something is not known. */
  static Optional<PlaneStack> stack(JsonNode inputs, CosmologyReader reader)
      throws NightjarException {
    Optional<List<MassProfile>> mass = profiles(inputs.path("models"), inputs.path("parameters"));
    Optional<Double> source = Inputs.number(inputs, "z_source");
    Optional<? extends Cosmology> cosmology = reader.read(inputs.path("cosmology"));
    Optional<double[]> redshifts = mass.flatMap(m -> redshifts(inputs, m.size()));
    if (mass.isEmpty() || source.isEmpty() || cosmology.isEmpty() || redshifts.isEmpty()) {
      return Optional.empty();
    }
    List<Plane> planes = new ArrayList<>();
    planes.add(new Plane(source.get(), List.of(), List.of()));
    for (int i = 0; i < mass.get().size(); i++) {
      planes.add(new Plane(redshifts.get()[i], List.of(mass.get().get(i)), List.of()));
    }
    return Optional.of(PlaneStack.of(planes, cosmology.get()));
  }

  /** The key that holds a redshift for each lens. */
  static Optional<String> redshiftKey(JsonNode inputs) {
    return REDSHIFTS.stream().filter(inputs::has).findFirst();
  }

  private static Optional<double[]> redshifts(JsonNode inputs, int count) {
    Optional<String> key = redshiftKey(inputs);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    JsonNode node = inputs.path(key.get());
    if (node.isNumber()) {
      double[] all = new double[count];
      Arrays.fill(all, node.asDouble());
      return Optional.of(all);
    }
    return Inputs.numbers(node).filter(z -> z.length == count);
  }
}
