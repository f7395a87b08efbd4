package org.nightjar.simulation.internal.component;

import java.util.List;
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

/** Uniform random numbers. */
@Component
public final class UniformNumbers implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "random.uniform",
        "1",
        Role.COLUMNS,
        "Uniform between two bounds.",
        "",
        List.of(
            ParameterInfo.column("from", ParameterInfo.ANY_UNIT, Range.any(), "lower bound"),
            ParameterInfo.column("to", ParameterInfo.ANY_UNIT, Range.any(), "upper bound")),
        List.of(OutputInfo.real("value", ParameterInfo.ANY_UNIT, "", "uniform random number")));
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    return chunk -> {
      double[] from = chunk.reals("from");
      double[] to = chunk.reals("to");
      double[] value = chunk.real(0);
      RandomStream random = chunk.random("value");
      for (int i = 0; i < chunk.size(); i++) {
        double part = random.at(chunk.first() + i).nextDouble();
        value[i] = from[i] + part * (to[i] - from[i]);
      }
    };
  }
}
