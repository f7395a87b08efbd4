package org.nightjar.simulation.internal.component;

import java.util.List;
import org.nightjar.api.simulation.Arguments;
import org.nightjar.api.simulation.Calculation;
import org.nightjar.api.simulation.ComponentInfo;
import org.nightjar.api.simulation.ComponentInfo.Role;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.Range;
import org.nightjar.api.simulation.SkyComponent;
import org.nightjar.api.simulation.SkyContext;
import org.osgi.service.component.annotations.Component;

/** The objects of an area. */
@Component
public final class FieldRows implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "rows.field",
        "1",
        Role.ROWS,
        "The objects of an area of the sky at a mean density, with Poisson scatter.",
        "Hormann 1993, Insurance: Mathematics and Economics 12, 39",
        List.of(
            ParameterInfo.number(
                "density", "deg-2", Range.of(0, 1e15), "mean number for one square degree"),
            ParameterInfo.number(
                "area", "deg2", Range.of(0, 41_253), "area of the sky, up to all of it")),
        List.of());
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    long rows =
        PoissonNumber.draw(
            arguments.number("density") * arguments.number("area"), context.random("count"));
    return new Count(rows);
  }
}
