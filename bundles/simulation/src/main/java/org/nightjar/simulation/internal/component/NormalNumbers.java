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

/** Normal random numbers. */
@Component
public final class NormalNumbers implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "random.normal",
        "1",
        Role.COLUMNS,
        "Normal with a mean and a standard deviation.",
        "Marsaglia and Bray 1964, SIAM Review 6, 260",
        List.of(
            ParameterInfo.column("mean", ParameterInfo.ANY_UNIT, Range.any(), "mean"),
            ParameterInfo.column(
                "sigma", ParameterInfo.ANY_UNIT, Range.atLeastZero(), "standard deviation")),
        List.of(OutputInfo.real("value", ParameterInfo.ANY_UNIT, "", "normal random number")));
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    return chunk -> {
      double[] mean = chunk.reals("mean");
      double[] sigma = chunk.reals("sigma");
      double[] value = chunk.real(0);
      RandomStream random = chunk.random("value");
      for (int i = 0; i < chunk.size(); i++) {
        value[i] = mean[i] + sigma[i] * random.at(chunk.first() + i).nextGaussian();
      }
    };
  }
}
