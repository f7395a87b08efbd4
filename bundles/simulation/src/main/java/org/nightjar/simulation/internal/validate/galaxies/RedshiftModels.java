package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.galaxies.population.RedshiftCone;
import org.nightjar.galaxies.population.SmailRedshifts;
import org.nightjar.simulation.internal.validate.CosmologyReader;

/** Redshift distributions without luminosities. */
final class RedshiftModels {
  private static final String[] DENSITIES = {
    "density", "density_Mpc-3", "comoving_density", "comoving_density_Mpc-3", "n_Mpc-3"
  };

  private RedshiftModels() {}

  static List<Model> all(CosmologyReader cosmologies) {
    return List.of(new Smail(), new Density(cosmologies));
  }

  private record Smail() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.group("redshift") && question.has("z_median", "alpha", "beta");
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      double median = question.number("z_median");
      double alpha = question.number("alpha");
      SmailRedshifts smail = new SmailRedshifts(median, alpha, question.number("beta"));
      return question.quantity().equals("z0")
          ? Json.of(smail.scale())
          : Draws.of(question, smail).answer(question);
    }
  }

  private record Density(CosmologyReader cosmologies) implements Model {
    @Override
    public boolean knows(Question question) {
      return question.group("redshift", "galaxies")
          && question.has("cosmology")
          && Arrays.stream(DENSITIES).anyMatch(question::has);
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException, NightjarException {
      double density = question.number(DENSITIES);
      Cosmology cosmology = Cones.cosmology(cosmologies, question);
      double[] range = Cones.range(question);
      double area = question.number("sky_area_deg2");
      RedshiftCone cone = new RedshiftCone(z -> density, area, cosmology, range[0], range[1]);
      return Cones.answer(question, cone, area);
    }
  }
}
