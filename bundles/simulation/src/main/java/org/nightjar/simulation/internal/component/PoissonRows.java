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

/** A Poisson number of rows. */
@Component
public final class PoissonRows implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "rows.poisson",
        "1",
        Role.ROWS,
        "So many rows on average, with Poisson scatter.",
        "Hormann 1993, Insurance: Mathematics and Economics 12, 39",
        List.of(ParameterInfo.number("mean", "", Range.of(0, 0x1p52), "expected number of rows")),
        List.of());
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    long rows = PoissonNumber.draw(arguments.number("mean"), context.random("count"));
    return new Count(rows);
  }
}
