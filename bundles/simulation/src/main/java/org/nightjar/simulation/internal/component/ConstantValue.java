package org.nightjar.simulation.internal.component;

import java.util.Arrays;
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

/** The same number in every row. */
@Component
public final class ConstantValue implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "values.constant",
        "1",
        Role.COLUMNS,
        "The same number in every row.",
        "",
        List.of(ParameterInfo.number("value", ParameterInfo.ANY_UNIT, Range.any(), "the number")),
        List.of(OutputInfo.real("value", ParameterInfo.ANY_UNIT, "", "constant")));
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    double value = arguments.number("value");
    return chunk -> {
      Arrays.fill(chunk.real(0), 0, chunk.size(), value);
    };
  }
}
