package org.nightjar.simulation.internal.galaxies;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.simulation.Arguments;
import org.nightjar.api.simulation.Calculation;
import org.nightjar.api.simulation.ComponentInfo;
import org.nightjar.api.simulation.ComponentInfo.Role;
import org.nightjar.api.simulation.OutputInfo;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.ParameterInfo.Type;
import org.nightjar.api.simulation.RandomStream;
import org.nightjar.api.simulation.Range;
import org.nightjar.api.simulation.SkyComponent;
import org.nightjar.api.simulation.SkyContext;
import org.nightjar.galaxies.spectrum.SpectralCoefficients;
import org.osgi.service.component.annotations.Component;

/** Shares of the templates in the spectra of galaxies. */
@Component
public final class DirichletCoefficients implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "galaxies.dirichlet-coefficients",
        "1",
        Role.COLUMNS,
        "Shares of the templates in a galaxy's spectrum, whose concentrations change with redshift.",
        "Herbel et al. 2017, JCAP 08, 035, eq. 3.9",
        List.of(
            ParameterInfo.column("redshift", "", Range.atLeastZero(), "redshift"),
            ParameterInfo.of(
                "alpha0", Type.NUMBERS, "", Range.positive(), "concentrations at redshift 0"),
            ParameterInfo.of("alpha1", Type.NUMBERS, "", Range.positive(), "concentrations at z1"),
            ParameterInfo.number("z1", "", Range.positive(), "a redshift").or(1.0),
            ParameterInfo.of(
                    "weight", Type.NUMBERS, "", Range.positive(), "weight of each template")
                .optional()),
        List.of(OutputInfo.real("coefficients", "", "", "shares of the templates, sum 1")));
  }

  @Override
  public List<OutputInfo> outputs(Arguments arguments) throws NightjarException {
    double[] alpha0 = arguments.numbers("alpha0");
    double[] alpha1 = arguments.numbers("alpha1");
    double[] weights = weights(arguments);
    if (alpha0.length == 0
        || alpha1.length != alpha0.length
        || (weights.length > 0 && weights.length != alpha0.length)) {
      throw NightjarException.of(
          StandardError.BAD_CONFIGURATION,
          "alpha0 has "
              + alpha0.length
              + " numbers, alpha1 "
              + alpha1.length
              + ", weight "
              + weights.length,
          "alpha0",
          "Give one number for each template.");
    }
    return List.of(info().outputs().get(0).wide(alpha0.length));
  }

  private static double[] weights(Arguments arguments) {
    return arguments.has("weight") ? arguments.numbers("weight") : new double[0];
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    SpectralCoefficients coefficients =
        new SpectralCoefficients(
            arguments.numbers("alpha0"),
            arguments.numbers("alpha1"),
            arguments.number("z1"),
            weights(arguments));
    return chunk -> {
      RandomStream random = chunk.random("coefficients");
      coefficients.fill(
          random::at, chunk.first(), chunk.size(), chunk.reals("redshift"), chunk.real(0));
    };
  }
}
