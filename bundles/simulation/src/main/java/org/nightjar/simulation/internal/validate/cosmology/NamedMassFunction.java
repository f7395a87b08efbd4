package org.nightjar.simulation.internal.validate.cosmology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.cosmology.halo.BhattacharyaMassFunction;
import org.nightjar.cosmology.halo.EllipsoidalCollapse;
import org.nightjar.cosmology.halo.JenkinsMassFunction;
import org.nightjar.cosmology.halo.MassFunction;
import org.nightjar.cosmology.halo.PeacockMassFunction;
import org.nightjar.cosmology.halo.TinkerBiasedMassFunction;
import org.nightjar.cosmology.halo.TinkerMassFunction;
import org.nightjar.cosmology.halo.WarrenForm;
import org.nightjar.cosmology.halo.WatsonMassFunction;

/** Finds the mass function that words are about. */
final class NamedMassFunction {
  private static final String NUMBER = "\\s*([0-9.eE+-]+)\\s*";
  private static final Pattern PARAMETERS =
      Pattern.compile(
          "(PS|ST|SMT)\\s*\\(" + NUMBER + "," + NUMBER + "," + NUMBER + "," + NUMBER + "\\)");

  /** Word in small letters, and how the text abbreviates it before its parameters. */
  private static final Map<String, String> ELLIPSOIDAL = Map.of("press", "PS", "sheth", "ST");

  private NamedMassFunction() {}

  /**
   * The only mass function that is named.
   *
   * @param name words with the name, such as a quantity or a title
   * @param text where parameters may stand, such as {@code ST (0.3222,0.707,0.3,1.686)}
   * @param cosmology for functions that depend on it
   * @param delta overdensity over the mean, if there is one
   */
  static Optional<MassFunction> find(
      String name, String text, Optional<? extends Cosmology> cosmology, OptionalDouble delta) {
    String words = name.toLowerCase(Locale.ROOT);
    List<MassFunction> found = new ArrayList<>();
    for (Map.Entry<String, String> entry : ELLIPSOIDAL.entrySet()) {
      if (words.contains(entry.getKey())) {
        found.add(ellipsoidal(entry.getValue(), text));
      }
    }
    boolean groups = words.contains("fof") || words.contains("friends");
    if (words.contains("tinker") && tabulated(delta)) {
      boolean biased = words.contains("2010") || words.contains("tinker10");
      found.add(
          biased
              ? new TinkerBiasedMassFunction(delta.getAsDouble())
              : new TinkerMassFunction(delta.getAsDouble()));
    }
    if (words.contains("watson") && groups) {
      found.add(WarrenForm.watson());
    }
    if (words.contains("watson") && !groups && delta.isPresent() && cosmology.isPresent()) {
      found.add(new WatsonMassFunction(cosmology.get(), delta.getAsDouble()));
    }
    Map<String, MassFunction> others =
        Map.of(
            "jenkins", new JenkinsMassFunction(),
            "warren", WarrenForm.warren(),
            "peacock", new PeacockMassFunction(),
            "reed03", EllipsoidalCollapse.reed(),
            "reed et al. 2003", EllipsoidalCollapse.reed(),
            "bhattacharya", new BhattacharyaMassFunction(),
            "crocce", WarrenForm.crocce(),
            "angulo", WarrenForm.angulo());
    others.forEach(
        (word, function) -> {
          if (words.contains(word)) {
            found.add(function);
          }
        });
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static boolean tabulated(OptionalDouble delta) {
    return delta.isPresent() && delta.getAsDouble() >= 200 && delta.getAsDouble() <= 3200;
  }

  private static MassFunction ellipsoidal(String abbreviation, String text) {
    Matcher matcher = PARAMETERS.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1).equals(abbreviation)) {
        return new EllipsoidalCollapse(
            Double.parseDouble(matcher.group(2)),
            Double.parseDouble(matcher.group(3)),
            Double.parseDouble(matcher.group(4)),
            Double.parseDouble(matcher.group(5)));
      }
    }
    return abbreviation.equals("PS")
        ? EllipsoidalCollapse.pressSchechter()
        : EllipsoidalCollapse.shethTormen();
  }
}
