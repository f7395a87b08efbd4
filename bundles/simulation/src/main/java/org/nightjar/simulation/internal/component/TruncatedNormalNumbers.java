package org.nightjar.simulation.internal.component;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.simulation.Arguments;
import org.nightjar.api.simulation.Calculation;
import org.nightjar.api.simulation.ComponentInfo;
import org.nightjar.api.simulation.ComponentInfo.Role;
import org.nightjar.api.simulation.OutputInfo;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.RandomStream;
import org.nightjar.api.simulation.Range;
import org.nightjar.api.simulation.SkyComponent;
import org.nightjar.api.simulation.SkyContext;
import org.osgi.service.component.annotations.Component;

/** Normal random numbers between bounds. */
@Component
public final class TruncatedNormalNumbers implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "random.truncated-normal",
        "1",
        Role.COLUMNS,
        "Normal, but between two bounds.",
        "Robert 1995, Statistics and Computing 5, 121",
        List.of(
            ParameterInfo.column(
                "mean", ParameterInfo.ANY_UNIT, Range.any(), "mean before the bounds"),
            ParameterInfo.column(
                "sigma",
                ParameterInfo.ANY_UNIT,
                Range.positive(),
                "standard deviation before the bounds"),
            ParameterInfo.number("from", ParameterInfo.ANY_UNIT, Range.any(), "lower bound"),
            ParameterInfo.number("to", ParameterInfo.ANY_UNIT, Range.any(), "upper bound")),
        List.of(
            OutputInfo.real(
                "value", ParameterInfo.ANY_UNIT, "", "truncated normal random number")));
  }

  @Override
  public List<OutputInfo> outputs(Arguments arguments) throws NightjarException {
    if (!(arguments.number("from") < arguments.number("to"))) {
      throw NightjarException.of(
          StandardError.BAD_CONFIGURATION,
          "'from' is not below 'to' in random.truncated-normal",
          "",
          "Give the lower bound first.");
    }
    return info().outputs();
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    double from = arguments.number("from");
    double to = arguments.number("to");
    return chunk -> {
      double[] mean = chunk.reals("mean");
      double[] sigma = chunk.reals("sigma");
      double[] value = chunk.real(0);
      RandomStream random = chunk.random("value");
      for (int i = 0; i < chunk.size(); i++) {
        double low = (from - mean[i]) / sigma[i];
        double high = (to - mean[i]) / sigma[i];
        double gauss = TruncatedGauss.draw(low, high, random.at(chunk.first() + i));
        value[i] = Math.min(to, Math.max(from, mean[i] + sigma[i] * gauss));
      }
    };
  }
}
