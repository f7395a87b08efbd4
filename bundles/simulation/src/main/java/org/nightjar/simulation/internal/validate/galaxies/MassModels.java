package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.galaxies.population.MassCone;
import org.nightjar.galaxies.population.SchechterMass;
import org.nightjar.galaxies.population.VelocityDispersions;
import org.nightjar.simulation.internal.validate.CosmologyReader;
import org.nightjar.statistics.distribution.TruncatedSchechter;

/** Stellar mass functions and the function of velocity dispersions. */
final class MassModels {
  private static final String[] CHARACTERISTIC = {"m_star", "m_star_Msun", "M_star", "M_star_Msun"};

  private MassModels() {}

  static List<Model> all(CosmologyReader cosmologies) {
    return List.of(new Cone(cosmologies), new Masses(), new Dispersions());
  }

  private static boolean limits(Question question) {
    return question.has("m_min", "m_max")
        || question.has("m_min_Msun", "m_max_Msun")
        || question.has("log10_m_min", "log10_m_max");
  }

  private static DoubleUnaryOperator characteristic(Question question) throws UnknownException {
    if (question.hasLike("log10_m_star")) {
      DoubleUnaryOperator logarithm = Evolution.read(question, "log10_m_star");
      return z -> Math.pow(10, logarithm.applyAsDouble(z));
    }
    return Evolution.read(question, CHARACTERISTIC);
  }

  private record Cone(CosmologyReader cosmologies) implements Model {
    @Override
    public boolean knows(Question question) {
      return question.has("cosmology", "sky_area_deg2", "alpha", "z_range") && limits(question);
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException, NightjarException {
      Cosmology cosmology = Cones.cosmology(cosmologies, question);
      DoubleUnaryOperator mass = characteristic(question);
      DoubleUnaryOperator density = Evolution.read(question, "phi_star", "phi_star_Mpc-3");
      double area = question.number("sky_area_deg2");
      double[] range = Cones.range(question);
      double least = question.maybeLogarithm("m_min");
      MassCone cone =
          new MassCone(
              new SchechterMass(mass, density, question.number("alpha")),
              least,
              question.maybeLogarithm("m_max"),
              area,
              cosmology,
              range[0],
              range[1]);
      if (!question.quantity().contains("mass")) {
        return Cones.answer(question, cone.redshifts(), area);
      }
      question.any("z_points");
      double[] z = new double[Cones.size(question, cone.redshifts())];
      double[] masses = new double[z.length];
      cone.fill(Question.random("galaxy"), 0, z, masses);
      return new Draws(masses).answer(question);
    }
  }

  /** Masses at one redshift, or of a function that does not evolve. */
  private record Masses() implements Model {
    @Override
    public boolean knows(Question question) {
      return limits(question)
          && question.has("alpha")
          && !question.has("sky_area_deg2")
          && !question.has("cosmology");
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      double z = question.numberOr(0, "z");
      double characteristic = characteristic(question).applyAsDouble(z);
      double least = question.maybeLogarithm("m_min") / characteristic;
      TruncatedSchechter ratios =
          new TruncatedSchechter(
              question.number("alpha"), least, question.maybeLogarithm("m_max") / characteristic);
      return question.quantity().startsWith("normalisation")
          ? Json.of(ratios.normalisation())
          : Draws.of(question, random -> characteristic * ratios.draw(random)).answer(question);
    }
  }

  private record Dispersions() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.has("alpha", "beta")
          && (question.has("vd_star", "vd_min", "vd_max")
              || question.has("sigma_star", "sigma_min", "sigma_max")
              || question.has("vd_star_km_s", "vd_min_km_s", "vd_max_km_s"));
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      VelocityDispersions dispersions =
          new VelocityDispersions(
              question.number("alpha"),
              question.number("beta"),
              question.number("vd_star", "vd_star_km_s", "sigma_star"),
              question.number("vd_min", "vd_min_km_s", "sigma_min"),
              question.number("vd_max", "vd_max_km_s", "sigma_max"));
      return Draws.of(question, dispersions).answer(question);
    }
  }
}
