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

/** Log-normal random numbers. */
@Component
public final class LogNormalNumbers implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "random.log-normal",
        "1",
        Role.COLUMNS,
        "Its logarithm is normal.",
        "",
        List.of(
            ParameterInfo.column("median", ParameterInfo.ANY_UNIT, Range.positive(), "median"),
            ParameterInfo.column(
                "sigma", "", Range.atLeastZero(), "standard deviation of the natural logarithm")),
        List.of(OutputInfo.real("value", ParameterInfo.ANY_UNIT, "", "log-normal random number")));
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    return chunk -> {
      double[] median = chunk.reals("median");
      double[] sigma = chunk.reals("sigma");
      double[] value = chunk.real(0);
      RandomStream random = chunk.random("value");
      for (int i = 0; i < chunk.size(); i++) {
        double gauss = random.at(chunk.first() + i).nextGaussian();
        value[i] = median[i] * StrictMath.exp(sigma[i] * gauss);
      }
    };
  }
}
