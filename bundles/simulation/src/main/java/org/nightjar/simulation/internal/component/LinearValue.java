package org.nightjar.simulation.internal.component;

import java.util.List;
import org.nightjar.api.simulation.Arguments;
import org.nightjar.api.simulation.Calculation;
import org.nightjar.api.simulation.ComponentInfo;
import org.nightjar.api.simulation.ComponentInfo.Role;
import org.nightjar.api.simulation.OutputInfo;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.Range;
import org.nightjar.api.simulation.SkyComponent;
import org.nightjar.api.simulation.SkyContext;
import org.osgi.service.component.annotations.Component;

/** A straight line. */
@Component
public final class LinearValue implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "values.linear",
        "1",
        Role.COLUMNS,
        "A straight line: intercept + slope x.",
        "",
        List.of(
            ParameterInfo.column("x", ParameterInfo.OWN_UNIT, Range.any(), "what it depends on"),
            ParameterInfo.column(
                "intercept",
                ParameterInfo.ANY_UNIT,
                Range.any(),
                "value at x = 0, in the unit of the result"),
            ParameterInfo.column(
                "slope", ParameterInfo.OWN_UNIT, Range.any(), "change for one unit of x")),
        List.of(OutputInfo.real("value", ParameterInfo.ANY_UNIT, "", "linear function")));
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    return chunk -> {
      double[] x = chunk.reals("x");
      double[] intercept = chunk.reals("intercept");
      double[] slope = chunk.reals("slope");
      double[] value = chunk.real(0);
      for (int i = 0; i < chunk.size(); i++) {
        value[i] = intercept[i] + slope[i] * x[i];
      }
    };
  }
}
