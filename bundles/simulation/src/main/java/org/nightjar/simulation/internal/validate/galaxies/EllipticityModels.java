package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.nightjar.galaxies.shape.BetaEllipticity;
import org.nightjar.galaxies.shape.RydenEllipticity;
import org.nightjar.galaxies.shape.TriaxialEllipsoid;

/** How round galaxies look. */
final class EllipticityModels {
  private EllipticityModels() {}

  static List<Model> all() {
    return List.of(new Betas(), new Ryden(), new Triaxial());
  }

  private record Betas() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.has("e_ratio", "e_sum");
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      BetaEllipticity beta =
          new BetaEllipticity(question.number("e_ratio"), question.number("e_sum"));
      return Draws.of(question, beta).answer(question);
    }
  }

  private record Ryden() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.has("mu_gamma", "sigma_gamma", "mu", "sigma");
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      RydenEllipticity ryden =
          new RydenEllipticity(
              question.number("mu_gamma"),
              question.number("sigma_gamma"),
              question.number("mu"),
              question.number("sigma"));
      boolean ratio = question.quantity().contains("axis_ratio");
      return Draws.of(question, ratio ? ryden::drawAxisRatio : ryden).answer(question);
    }
  }

  private record Triaxial() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.group("morphology", "random")
          && (question.says("ellipsoid") || question.says("binney"))
          && !question.has("mu_gamma");
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      Optional<JsonNode> zeta = question.any("zeta");
      Optional<JsonNode> xi = question.any("xi");
      TriaxialEllipsoid ellipsoid;
      if (zeta.isPresent() && xi.isPresent()) {
        ellipsoid = new TriaxialEllipsoid(Json.number(zeta.get()), Json.number(xi.get()));
      } else if (question.quantity().contains("oblate")) {
        ellipsoid = new TriaxialEllipsoid(1, oblate(question));
      } else {
        ellipsoid = new TriaxialEllipsoid(setting(question, "zeta"), setting(question, "xi"));
      }
      return Draws.of(question, ellipsoid).answer(question);
    }

    private static double setting(Question question, String name) throws UnknownException {
      return question
          .setting(name)
          .orElseThrow(() -> new UnknownException("no " + name + " in the quantity"));
    }

    /** The thickness of the only oblate ellipsoid among the case's quantities. */
    private static double oblate(Question question) throws UnknownException {
      Optional<Double> own = question.setting("xi");
      if (own.isPresent()) {
        return own.get();
      }
      double[] all =
          question.reference().checks().stream()
              .map(check -> check.path("quantity").asText())
              .filter(text -> Question.setting(text, "zeta").orElse(0.0) == 1)
              .map(text -> Question.setting(text, "xi"))
              .flatMap(Optional::stream)
              .mapToDouble(Double::doubleValue)
              .distinct()
              .toArray();
      if (all.length != 1) {
        throw new UnknownException(all.length + " oblate ellipsoids");
      }
      return all[0];
    }
  }
}
