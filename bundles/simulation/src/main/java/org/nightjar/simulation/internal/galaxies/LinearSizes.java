package org.nightjar.simulation.internal.galaxies;

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
import org.nightjar.galaxies.shape.LinearSize;
import org.nightjar.galaxies.shape.SizeModel;
import org.osgi.service.component.annotations.Component;

/** Sizes by a straight line. */
@Component
public final class LinearSizes implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "galaxies.linear-size",
        "1",
        Role.COLUMNS,
        "Half-light radii: log-normal, log10 of the median linear in the magnitude.",
        "Herbel et al. 2017, JCAP 08, 035, eq. 3.14",
        List.of(
            ParameterInfo.column("magnitude", "mag", Range.any(), "absolute magnitude"),
            ParameterInfo.number("a-mu", "", Range.any(), "slope"),
            ParameterInfo.number(
                "b-mu", "", Range.any(), "log10 of the radius in kpc at M = 0, extrapolated"),
            ParameterInfo.number("sigma", "", Range.atLeastZero(), "scatter of ln R")),
        List.of(
            OutputInfo.real(
                "size", "kpc", "phys.size.radius", "radius that holds half of the light")));
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    SizeModel sizes =
        new LinearSize(
            arguments.number("a-mu"), arguments.number("b-mu"), arguments.number("sigma"));
    return chunk -> {
      RandomStream random = chunk.random("size");
      sizes.fill(random::at, chunk.first(), chunk.size(), chunk.reals("magnitude"), chunk.real(0));
    };
  }
}
