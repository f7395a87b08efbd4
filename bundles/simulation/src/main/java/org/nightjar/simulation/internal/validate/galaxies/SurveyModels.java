package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nightjar.galaxies.survey.LogisticCompleteness;
import org.nightjar.galaxies.survey.MagnitudeError;
import org.nightjar.galaxies.survey.SolarBand;

/** Magnitude errors, completeness, luminosities. */
final class SurveyModels {
  private SurveyModels() {}

  static List<Model> all() {
    return List.of(new Errors(), new Completeness(), new Luminosities());
  }

  private record Errors() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.has("m", "m_lim", "m_zp", "a", "b");
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      JsonNode magnitudes = question.node("m");
      MagnitudeError error =
          new MagnitudeError(
              question.number("m_lim"),
              question.number("m_zp"),
              question.number("a"),
              question.number("b"),
              question.numberOr(Double.POSITIVE_INFINITY, "error_limit"));
      if (!question.quantity().startsWith("sigma")) {
        throw question.unknownQuantity();
      }
      return Json.each(magnitudes, error::sigma);
    }
  }

  private record Completeness() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.has("m95", "m50")
          || question.has("m_95", "m_50")
          || question.has("magnitude_95", "magnitude_50");
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      JsonNode magnitudes = question.node("m", "magnitude");
      LogisticCompleteness completeness =
          new LogisticCompleteness(
              question.number("m95", "m_95", "magnitude_95"),
              question.number("m50", "m_50", "magnitude_50"));
      String quantity = question.quantity().toLowerCase(Locale.ROOT);
      if (!quantity.startsWith("p") && !quantity.contains("complete")) {
        throw question.unknownQuantity();
      }
      return Json.each(magnitudes, completeness::at);
    }
  }

  /** Luminosities of magnitudes and back, in solar units of a band or with a zero point. */
  private record Luminosities() implements Model {
    private static final Pattern BAND = Pattern.compile("(?:Lsun_)?([UBVRI])(?: = ([-+.0-9]+))?");

    @Override
    public boolean knows(Question question) {
      return question.group("photometry")
          && (question.has("M") || question.has("L") || question.quantity().startsWith("Lsun"));
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      Optional<JsonNode> magnitudes = question.any("M");
      Optional<JsonNode> luminosities = question.any("L");
      Optional<JsonNode> unit =
          question.any("zeropoint", "zero_point", "zeropoints", "band", "bands", "M_sun");
      Optional<SolarBand> inQuantity = band(question.check().path("quantity").asText());
      if (magnitudes.isEmpty() && luminosities.isEmpty() && inQuantity.isPresent()) {
        return Json.of(inQuantity.get().magnitude());
      }
      if (unit.isPresent() && unit.get().isArray() && inQuantity.isEmpty()) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (JsonNode one : unit.get()) {
          all.add(convert(question, magnitudes, luminosities, zeroPoint(one)));
        }
        return all;
      }
      double zeroPoint = inQuantity.isPresent() ? -inQuantity.get().magnitude() : 0;
      if (unit.isPresent() && unit.get().isObject()) {
        return ofObject(question, magnitudes, luminosities, unit.get());
      }
      if (inQuantity.isEmpty() && unit.isPresent()) {
        zeroPoint = zeroPoint(unit.get());
      }
      return convert(question, magnitudes, luminosities, zeroPoint);
    }

    /** The Sun's magnitudes by band: that of the quantity's band, or all in their order. */
    private static JsonNode ofObject(
        Question question,
        Optional<JsonNode> magnitudes,
        Optional<JsonNode> luminosities,
        JsonNode suns)
        throws UnknownException {
      String quantity = question.check().path("quantity").asText();
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      for (String name : Question.namesInOrder(suns)) {
        JsonNode one = convert(question, magnitudes, luminosities, -Json.number(suns.get(name)));
        if (quantity.matches(".*[\\[_=]" + Pattern.quote(name) + "(\\]|$)")) {
          return one;
        }
        all.add(one);
      }
      return all;
    }

    private static JsonNode convert(
        Question question,
        Optional<JsonNode> magnitudes,
        Optional<JsonNode> luminosities,
        double zeroPoint)
        throws UnknownException {
      if (question.quantity().startsWith("L") && magnitudes.isPresent()) {
        return Json.each(magnitudes.get(), m -> SolarBand.luminosity(m, zeroPoint));
      }
      if (question.quantity().startsWith("M") && luminosities.isPresent()) {
        return Json.each(luminosities.get(), l -> SolarBand.absoluteMagnitude(l, zeroPoint));
      }
      throw question.unknownQuantity();
    }

    private static double zeroPoint(JsonNode node) throws UnknownException {
      if (node.isNumber()) {
        return node.asDouble();
      }
      Matcher found = BAND.matcher(node.asText());
      if (!found.matches()) {
        throw new UnknownException("no band " + node);
      }
      return found.group(2) == null
          ? -SolarBand.valueOf(found.group(1)).magnitude()
          : -Double.parseDouble(found.group(2));
    }

    /** The band in {@code L[Lsun_B]}, {@code L_B} or {@code Lsun_B}. */
    private static Optional<SolarBand> band(String quantity) {
      Matcher found = Pattern.compile("(?:sun_|[\\[_=])([UBVRI])(?:\\]|$)").matcher(quantity);
      return found.find() ? SolarBand.named(found.group(1)) : Optional.empty();
    }
  }
}
