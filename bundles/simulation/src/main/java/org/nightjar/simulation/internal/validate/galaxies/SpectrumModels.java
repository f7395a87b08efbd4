package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.nightjar.galaxies.spectrum.Filter;
import org.nightjar.galaxies.spectrum.SpectralCoefficients;
import org.nightjar.galaxies.spectrum.Spectrum;
import org.nightjar.galaxies.spectrum.StellarContent;

/** Coefficients of templates, magnitudes of spectra, stars of galaxies. */
final class SpectrumModels {
  private static final int MANY = 200_000;

  private SpectrumModels() {}

  static List<Model> all() {
    return List.of(new Coefficients(), new Magnitudes(), new Stars());
  }

  private record Coefficients() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.says("dirichlet") && question.has("alpha0", "alpha1");
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      double[] alpha0 = question.numbers("alpha0");
      double[] alpha1 = question.numbers("alpha1");
      double z1 = question.numberOr(1, "z1");
      Optional<JsonNode> weight = question.any("weight", "weights");
      Optional<JsonNode> redshift = question.any("z", "redshift");
      Optional<Double> setting = question.setting("z");
      if (setting.isEmpty() && redshift.isEmpty()) {
        throw new UnknownException("no redshift");
      }
      double z = setting.isPresent() ? setting.get() : Json.number(redshift.get());
      String quantity = question.quantity();
      boolean weighted =
          weight.isPresent() && quantity.contains("weighted") && !quantity.contains("unweighted");
      double[] weights = weighted ? Json.numbers(weight.get()) : new double[0];
      SpectralCoefficients model = new SpectralCoefficients(alpha0, alpha1, z1, weights);
      double[] values = new double[model.size()];
      if (quantity.equals("alpha")) {
        model.concentrations(z, values);
        return Json.of(values);
      }
      double[] shares = new double[question.samples(MANY) * values.length];
      double[] redshifts = new double[question.samples(MANY)];
      Arrays.fill(redshifts, z);
      model.fill(Question.random("spectrum")::at, 0, redshifts.length, redshifts, shares);
      for (int k = 0; k < values.length; k++) {
        Draws draws = column(shares, k, values.length);
        if (quantity.startsWith("mean")) {
          values[k] = draws.mean();
        } else if (quantity.startsWith("std")) {
          values[k] = Math.sqrt(draws.variance());
        } else {
          throw question.unknownQuantity();
        }
      }
      return Json.of(values);
    }

    private static Draws column(double[] shares, int k, int columns) {
      double[] column = new double[shares.length / columns];
      Arrays.setAll(column, i -> shares[i * columns + k]);
      return new Draws(column);
    }
  }

  private record Magnitudes() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.has("spectrum", "filter_wavelength_A", "filter_response");
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      Spectrum spectrum = spectrum(question.node("spectrum"));
      Filter filter =
          new Filter(
              "filter",
              question.numbers("filter_wavelength_A"),
              question.numbers("filter_response"));
      JsonNode redshifts = question.node("z");
      if (!question.quantity().startsWith("m_AB")) {
        throw question.unknownQuantity();
      }
      return Json.each(redshifts, z -> filter.magnitude(spectrum, z));
    }

    private static Spectrum spectrum(JsonNode node) throws UnknownException {
      if (node.isTextual()) {
        return TabulatedFormula.spectrum(node.asText());
      }
      if (node.size() == 2 && node.has("wavelength_A") && node.has("f_lambda")) {
        return new Spectrum(
            Json.numbers(node.get("wavelength_A")), Json.numbers(node.get("f_lambda")));
      }
      throw new UnknownException("no spectrum");
    }
  }

  private record Stars() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.has("coefficients", "mass", "mremain", "mets", "mass300", "mass1000");
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      StellarContent content =
          new StellarContent(
              question.numbers("mass"),
              question.numbers("mremain"),
              question.numbers("mets"),
              question.numbers("mass300"),
              question.numbers("mass1000"));
      JsonNode galaxies = question.node("coefficients");
      ToDoubleFunction<double[]> property =
          switch (question.quantity()) {
            case "metallicity" -> content::metallicity;
            case "m300" -> content::m300;
            case "m1000" -> content::m1000;
            case "mremain", "stellar_mass_remain" -> content::remaining;
            default -> throw question.unknownQuantity();
          };
      double[] values = new double[galaxies.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = property.applyAsDouble(Json.numbers(galaxies.get(i)));
      }
      return Json.of(values);
    }
  }
}
