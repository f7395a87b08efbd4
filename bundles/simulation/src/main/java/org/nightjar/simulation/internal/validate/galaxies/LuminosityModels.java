package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.galaxies.population.LuminosityCone;
import org.nightjar.galaxies.population.SchechterLuminosity;
import org.nightjar.simulation.internal.validate.CosmologyReader;

/** Luminosity functions down to an apparent magnitude. */
final class LuminosityModels {
  private LuminosityModels() {}

  static List<Model> all(CosmologyReader cosmologies) {
    return List.of(new Cone(cosmologies), new OneRedshift(cosmologies));
  }

  private record Cone(CosmologyReader cosmologies) implements Model {
    @Override
    public boolean knows(Question question) {
      return question.group("galaxies")
          && question.has("cosmology", "m_lim", "sky_area_deg2", "z_range", "alpha");
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException, NightjarException {
      Cosmology cosmology = Cones.cosmology(cosmologies, question);
      DoubleUnaryOperator magnitude = Evolution.read(question, "M_star");
      DoubleUnaryOperator density = Evolution.read(question, "phi_star");
      double area = question.number("sky_area_deg2");
      double[] range = Cones.range(question);
      double limit = question.number("m_lim");
      LuminosityCone cone =
          new LuminosityCone(
              new SchechterLuminosity(magnitude, density, question.number("alpha")),
              limit,
              area,
              cosmology,
              range[0],
              range[1]);
      String quantity = question.quantity();
      if (!quantity.contains("magnitude")) {
        return Cones.answer(question, cone.redshifts(), area);
      }
      question.any("z_points");
      double[] z = new double[Cones.size(question, cone.redshifts())];
      double[] magnitudes = new double[z.length];
      cone.fill(Question.random("galaxy")::at, 0, z.length, z, magnitudes);
      if (quantity.contains("apparent")) {
        Arrays.setAll(magnitudes, i -> magnitudes[i] + limit - cone.faintest(z[i]));
      } else if (!quantity.contains("absolute")) {
        throw question.unknownQuantity();
      }
      return new Draws(magnitudes).answer(question);
    }
  }

  private record OneRedshift(CosmologyReader cosmologies) implements Model {
    @Override
    public boolean knows(Question question) {
      return question.group("galaxies")
          && question.has("cosmology", "m_lim", "z", "M_star", "alpha")
          && !question.has("sky_area_deg2");
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException, NightjarException {
      double z = question.number("z");
      double characteristic = question.number("M_star");
      double alpha = question.number("alpha");
      LuminosityCone cone =
          new LuminosityCone(
              new SchechterLuminosity(any -> characteristic, any -> 1, alpha),
              question.number("m_lim"),
              1,
              Cones.cosmology(cosmologies, question),
              z / 2,
              2 * z);
      return question.quantity().equals("faintest_allowed_M")
          ? Json.of(cone.faintest(z))
          : Draws.of(question, random -> cone.drawMagnitude(z, random)).answer(question);
    }
  }
}
