package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.galaxies.shape.AngularSize;
import org.nightjar.galaxies.shape.EarlyTypeSize;
import org.nightjar.galaxies.shape.LateTypeSize;
import org.nightjar.galaxies.shape.LinearSize;
import org.nightjar.galaxies.shape.ShenScatter;
import org.nightjar.galaxies.shape.SizeModel;
import org.nightjar.simulation.internal.validate.CosmologyReader;

/** Sizes of galaxies. */
final class SizeModels {
  private static final Set<String> LATE =
      Set.of("alpha", "beta", "gamma", "M0", "sigma1", "sigma2");
  private static final Set<String> EARLY = Set.of("a", "b", "M0", "sigma1", "sigma2");
  private static final Set<String> LINEAR = Set.of("a_mu", "b_mu", "sigma");

  private SizeModels() {}

  static List<Model> all(CosmologyReader cosmologies) {
    return List.of(new Nested(), new Flat(), new Angle(cosmologies));
  }

  /** Parameters in an object for each type. */
  private record Nested() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.group("morphology")
          && question.has("M")
          && (question.has("late") || question.has("early"));
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      JsonNode magnitudes = question.node("M");
      Optional<JsonNode> late = question.any("late");
      Optional<JsonNode> early = question.any("early");
      String quantity = question.quantity();
      if (quantity.startsWith("late") && late.isPresent()) {
        return size(question, magnitudes, model(late.get()));
      }
      if (quantity.startsWith("early") && early.isPresent()) {
        return size(question, magnitudes, model(early.get()));
      }
      JsonNode either = late.isPresent() ? late.get() : early.orElseThrow();
      return size(question, magnitudes, model(either));
    }
  }

  /** Parameters beside the magnitudes. */
  private record Flat() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.group("morphology")
          && question.has("M")
          && (question.has("a_mu", "b_mu", "sigma")
              || (question.has("M0", "sigma1", "sigma2")
                  && (question.has("a", "b") || question.has("alpha", "beta", "gamma"))));
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      JsonNode magnitudes = question.node("M");
      return size(question, magnitudes, model(question.rest("M")));
    }
  }

  private static SizeModel model(JsonNode from) throws UnknownException {
    Set<String> names = Question.names(from);
    if (names.equals(LINEAR)) {
      return new LinearSize(value(from, "a_mu"), value(from, "b_mu"), value(from, "sigma"));
    }
    if (!names.equals(LATE) && !names.equals(EARLY)) {
      throw new UnknownException("no sizes of " + names);
    }
    ShenScatter scatter =
        new ShenScatter(value(from, "M0"), value(from, "sigma1"), value(from, "sigma2"));
    return names.equals(EARLY)
        ? new EarlyTypeSize(value(from, "a"), value(from, "b"), scatter)
        : new LateTypeSize(
            value(from, "alpha"), value(from, "beta"), value(from, "gamma"), scatter);
  }

  private static double value(JsonNode from, String name) throws UnknownException {
    return Json.number(from.path(name));
  }

  private static JsonNode size(Question question, JsonNode magnitudes, SizeModel model)
      throws UnknownException {
    String quantity = question.quantity();
    if (quantity.contains("sample")) {
      if (!magnitudes.isArray()) {
        return sample(question, magnitudes, model);
      }
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      for (JsonNode magnitude : magnitudes) {
        all.add(sample(question, magnitude, model));
      }
      return all;
    }
    if (quantity.startsWith("sigma") || quantity.endsWith("sigma_lnR")) {
      return Json.each(magnitudes, model::deviation);
    }
    if (quantity.contains("median")) {
      return Json.each(magnitudes, model::median);
    }
    throw question.unknownQuantity();
  }

  private static JsonNode sample(Question question, JsonNode at, SizeModel model)
      throws UnknownException {
    double magnitude = Json.number(at);
    boolean logarithms = question.quantity().contains("ln");
    return Draws.of(
            question,
            random -> {
              double radius = model.draw(magnitude, random);
              return logarithms ? StrictMath.log(radius) : radius;
            })
        .answer(question);
  }

  private record Angle(CosmologyReader cosmologies) implements Model {
    @Override
    public boolean knows(Question question) {
      return question.group("morphology") && question.has("cosmology", "physical_size_kpc", "z");
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException, NightjarException {
      AngularSize size = new AngularSize(Cones.cosmology(cosmologies, question));
      JsonNode redshifts = question.node("z");
      JsonNode radii = question.node("physical_size_kpc");
      if (!question.quantity().startsWith("theta_arcsec")) {
        throw question.unknownQuantity();
      }
      if (redshifts.isArray() && radii.isArray()) {
        throw new UnknownException("sizes for each of several redshifts");
      }
      return radii.isArray()
          ? angles(radii, size, Json.number(redshifts))
          : angles(size, Json.number(radii), redshifts);
    }

    private static JsonNode angles(JsonNode radii, AngularSize size, double z)
        throws UnknownException {
      return Json.each(radii, radius -> size.arcsec(radius, z));
    }

    private static JsonNode angles(AngularSize size, double radius, JsonNode redshifts)
        throws UnknownException {
      return Json.each(redshifts, z -> size.arcsec(radius, z));
    }
  }
}
