package org.nightjar.simulation.internal.component;

import java.util.Arrays;
import java.util.List;
import org.nightjar.api.simulation.Arguments;
import org.nightjar.api.simulation.Calculation;
import org.nightjar.api.simulation.ComponentInfo;
import org.nightjar.api.simulation.ComponentInfo.Role;
import org.nightjar.api.simulation.OutputInfo;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.ParameterInfo.Type;
import org.nightjar.api.simulation.Range;
import org.nightjar.api.simulation.SkyComponent;
import org.nightjar.api.simulation.SkyContext;
import org.osgi.service.component.annotations.Component;

/** A sum of columns. */
@Component
public final class SumValue implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "values.sum",
        "1",
        Role.COLUMNS,
        "The sum of several columns, converted to the unit of the first.",
        "",
        List.of(
            ParameterInfo.of(
                "of", Type.COLUMNS, ParameterInfo.ANY_UNIT, Range.any(), "the columns")),
        List.of(OutputInfo.real("value", ParameterInfo.ANY_UNIT, "", "sum")));
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    int count = arguments.count("of");
    return chunk -> {
      double[] value = chunk.real(0);
      Arrays.fill(value, 0, chunk.size(), 0);
      for (int term = 0; term < count; term++) {
        double[] more = chunk.reals("of", term);
        for (int i = 0; i < chunk.size(); i++) {
          value[i] += more[i];
        }
      }
    };
  }
}
