package org.nightjar.inference.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.nightjar.api.command.CommandCall;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.manifest.Manifest;
import org.nightjar.inference.internal.precision.Order;
import org.nightjar.inference.internal.precision.Recipe;
import org.nightjar.inference.internal.precision.SampleChoice;

/** What was typed behind {@code nightjar models variant}. */
final class VariantOptions {
  private static final List<String> PRECISIONS = List.of(Manifest.INT8, Manifest.HALF_WEIGHTS);
  private static final List<String> OF_INT8 =
      List.of("calibrate", "calibration", "keep", "percentile", "weight-bits");

  private final CommandCall call;

  VariantOptions(CommandCall call) {
    this.call = call;
  }

  Order order() throws NightjarException {
    String precision = need("precision");
    if (!PRECISIONS.contains(precision)) {
      throw wrong("precision", "'" + precision + "' is none of " + PRECISIONS);
    }
    if (precision.equals(Manifest.HALF_WEIGHTS)) {
      for (String option : OF_INT8) {
        if (call.option(option).isPresent()) {
          throw wrong(option, "only int8 takes this");
        }
      }
    }
    List<String> kept =
        call.options("keep").stream()
            .flatMap(names -> Arrays.stream(names.split(",")))
            .filter(name -> !name.isBlank())
            .map(String::strip)
            .toList();
    Recipe recipe =
        new Recipe(
            precision,
            kept,
            number("percentile", Double::valueOf, per -> per > 50 && per <= 100),
            number("weight-bits", Integer::valueOf, bits -> bits == 7 || bits == 8).orElse(8));
    return new Order(
        recipe,
        new SampleChoice(
            call.path(need("samples")),
            number("calibrate", Integer::valueOf, count -> count > 0),
            call.option("calibration").map(call::path)),
        number("limit", Double::valueOf, limit -> limit >= 0 && Double.isFinite(limit)));
  }

  Optional<Integer> trial() throws NightjarException {
    return number("trial", Integer::valueOf, samples -> samples >= 0);
  }

  /** A folder that is not there yet. */
  Optional<Path> out() throws NightjarException {
    Optional<Path> out = call.option("out").map(call::path);
    if (out.isPresent() && Files.exists(out.get())) {
      throw NightjarException.of(
          StandardError.CONFLICT,
          "there is something already",
          out.get().toString(),
          "Name a folder that is not there yet.");
    }
    return out;
  }

  private String need(String option) throws NightjarException {
    return call.option(option).orElseThrow(() -> wrong(option, "this must be given"));
  }

  private <T> Optional<T> number(String option, Function<String, T> reading, Predicate<T> sound)
      throws NightjarException {
    Optional<String> typed = call.option(option);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    try {
      T number = reading.apply(typed.get());
      if (sound.test(number)) {
        return Optional.of(number);
      }
    } catch (NumberFormatException e) {
      throw wrong(option, "'" + typed.get() + "' is no number");
    }
    throw wrong(option, "it cannot be " + typed.get());
  }

  private static NightjarException wrong(String option, String message) {
    return NightjarException.of(
        StandardError.BAD_ARGUMENT, message, "--" + option, "See: nightjar help models variant");
  }
}
