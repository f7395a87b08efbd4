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

/** Random numbers that are uniform in their logarithm. */
@Component
public final class LogUniformNumbers implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "random.log-uniform",
        "1",
        Role.COLUMNS,
        "Uniform in the logarithm between two bounds.",
        "",
        List.of(
            ParameterInfo.number("from", ParameterInfo.ANY_UNIT, Range.positive(), "lower bound"),
            ParameterInfo.number("to", ParameterInfo.ANY_UNIT, Range.positive(), "upper bound")),
        List.of(OutputInfo.real("value", ParameterInfo.ANY_UNIT, "", "log-uniform random number")));
  }

  @Override
  public List<OutputInfo> outputs(Arguments arguments) throws NightjarException {
    if (!(arguments.number("from") < arguments.number("to"))) {
      throw NightjarException.of(
          StandardError.BAD_CONFIGURATION,
          "'from' is not below 'to' in random.log-uniform",
          "",
          "Give the lower bound first.");
    }
    return info().outputs();
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    double from = arguments.number("from");
    double log = StrictMath.log(arguments.number("to") / from);
    return chunk -> {
      double[] value = chunk.real(0);
      RandomStream random = chunk.random("value");
      for (int i = 0; i < chunk.size(); i++) {
        value[i] = from * StrictMath.exp(log * random.at(chunk.first() + i).nextDouble());
      }
    };
  }
}
