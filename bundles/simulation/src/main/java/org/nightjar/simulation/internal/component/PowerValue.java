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

/** A power law. */
@Component
public final class PowerValue implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "values.power",
        "1",
        Role.COLUMNS,
        "A power law: amplitude (x / pivot)^exponent.",
        "",
        List.of(
            ParameterInfo.column("x", ParameterInfo.OWN_UNIT, Range.any(), "what it depends on"),
            ParameterInfo.column(
                "amplitude", ParameterInfo.ANY_UNIT, Range.any(), "value at the pivot"),
            ParameterInfo.number(
                    "pivot", ParameterInfo.OWN_UNIT, Range.positive(), "in the unit of x")
                .or(1.0),
            ParameterInfo.column("exponent", "", Range.any(), "the power")),
        List.of(OutputInfo.real("value", ParameterInfo.ANY_UNIT, "", "power law")));
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    double pivot = arguments.number("pivot");
    return chunk -> {
      double[] x = chunk.reals("x");
      double[] amplitude = chunk.reals("amplitude");
      double[] exponent = chunk.reals("exponent");
      double[] value = chunk.real(0);
      for (int i = 0; i < chunk.size(); i++) {
        value[i] = amplitude[i] * StrictMath.pow(x[i] / pivot, exponent[i]);
      }
    };
  }
}
