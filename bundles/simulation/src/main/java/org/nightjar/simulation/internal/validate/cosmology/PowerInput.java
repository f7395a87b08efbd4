package org.nightjar.simulation.internal.validate.cosmology;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.CosmologyParameters;
import org.nightjar.cosmology.power.EisensteinHu;
import org.nightjar.cosmology.power.LinearPower;
import org.nightjar.cosmology.power.PowerSpectrum;
import org.nightjar.cosmology.power.PrimordialSpectrum;
import org.nightjar.cosmology.power.SmoothEisensteinHu;
import org.nightjar.cosmology.power.TransferFunction;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** Reads which linear spectrum a case is about. */
final class PowerInput {
  /** A pivot in words, such as {@code k_wmap=0.02/Mpc}. */
  private static final Pattern PIVOT = Pattern.compile("k_wmap\\s*=\\s*([0-9.eE+-]+)\\s*/\\s*Mpc");

  /** The pivot that goes with the formula where nothing else is said, 1/Mpc. */
  private static final double USUAL_PIVOT = 0.02;

  private PowerInput() {}

  /** The transfer function that a text names: with or without wiggles. */
  static Optional<TransferFunction> transfer(String text, CosmologyParameters parameters)
      throws NightjarException {
    String words = text.toLowerCase(Locale.ROOT);
    if (!words.contains("eh98") && !words.contains("eisenstein")) {
      return Optional.empty();
    }
    boolean smooth =
        words.contains("no-wiggle") || words.contains("no wiggle") || words.contains("without wig");
    return Optional.of(smooth ? new SmoothEisensteinHu(parameters) : new EisensteinHu(parameters));
  }

  /** The spectrum of A_s and n_s at growth 1, for the transfer function of {@code linear}. */
  static Optional<PowerSpectrum> primordial(
      Inputs inputs, TransferFunction transfer, CosmologyParameters parameters) {
    OptionalDouble amplitude = inputs.number("A_s");
    OptionalDouble index = inputs.number("n_s");
    if (amplitude.isEmpty() || index.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        LinearPower.of(
            parameters,
            transfer,
            new PrimordialSpectrum(amplitude.getAsDouble(), index.getAsDouble(), pivot(inputs))));
  }

  /** The case's own pivot, that of the case whose formula it names, or the usual one. */
  private static double pivot(Inputs inputs) {
    OptionalDouble own = inputs.number("k_wmap");
    if (own.isPresent()) {
      return own.getAsDouble();
    }
    OptionalDouble told = said(inputs.words());
    if (told.isPresent()) {
      return told.getAsDouble();
    }
    String linear = inputs.node().path("linear").asText("");
    for (ReferenceCase other : inputs.reference().others().values()) {
      if (linear.contains(other.id()) && other.inputs().path("k_wmap").isNumber()) {
        return other.inputs().get("k_wmap").asDouble();
      }
    }
    return USUAL_PIVOT;
  }

  private static OptionalDouble said(String text) {
    Matcher matcher = PIVOT.matcher(text);
    return matcher.find()
        ? OptionalDouble.of(Double.parseDouble(matcher.group(1)))
        : OptionalDouble.empty();
  }
}
