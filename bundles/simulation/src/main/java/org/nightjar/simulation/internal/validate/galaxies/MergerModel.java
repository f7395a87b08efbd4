package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nightjar.galaxies.merger.MergerRate;

/** Rates of mergers that go with the blue luminosity. */
record MergerModel() implements Model {
  private static final Pattern POPULATION = Pattern.compile("(NS-NS|NS-BH|BH-BH)");
  private static final Pattern OPTIMISM = Pattern.compile("\\b(low|realistic|high|max)\\b");
  private static final String[] LUMINOSITIES = {
    "L_B",
    "L_B_Lsun",
    "L_B_LBsun",
    "L_B_erg_s",
    "L10",
    "L_10",
    "L",
    "L_Lsun",
    "L_sun",
    "luminosity",
    "luminosity_Lsun",
    "luminosity_B",
    "luminosity_L10"
  };
  private static final double YEARS = 1e6;

  @Override
  public boolean knows(Question question) {
    return question.says("abadie") || question.says("merger rate");
  }

  @Override
  public JsonNode answer(Question question) throws UnknownException {
    String quantity = question.check().path("quantity").asText();
    String population = named(POPULATION, quantity, question.any("population", "populations"));
    String optimism = named(OPTIMISM, quantity, question.any("optimism", "optimisms"));
    MergerRate rate =
        MergerRate.of(population, optimism)
            .orElseThrow(() -> new UnknownException("no rate " + population + " " + optimism));
    JsonNode luminosities = question.node(LUMINOSITIES);
    DoubleUnaryOperator perMyr = unit(question, rate);
    boolean perYear = quantity.matches(".*(per_yr|per_year|_yr-1|[^M]yr\\^-1).*");
    return Json.each(luminosities, l -> perMyr.applyAsDouble(l) / (perYear ? YEARS : 1));
  }

  private static String named(Pattern pattern, String quantity, Optional<JsonNode> input)
      throws UnknownException {
    Matcher found = pattern.matcher(quantity);
    if (found.find()) {
      return found.group(1);
    }
    return input
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .orElseThrow(() -> new UnknownException("no population or optimism"));
  }

  /** Blue suns where the case says so; suns of all light, as SkyPy, where it does not. */
  private static DoubleUnaryOperator unit(Question question, MergerRate rate) {
    if (question.has("L10") || question.has("L_10") || question.has("luminosity_L10")) {
      return l -> rate.perMyr() * l;
    }
    if (question.has("L_B_erg_s")) {
      return rate::inErgPerSecond;
    }
    boolean bolometric = question.says("2.16e33") || question.says("3.828e33");
    boolean blue = question.has("L_B_LBsun") || question.says("blue") || question.says("l_b,sun");
    return blue && !bolometric ? rate::inBlueSuns : rate::inSuns;
  }
}
