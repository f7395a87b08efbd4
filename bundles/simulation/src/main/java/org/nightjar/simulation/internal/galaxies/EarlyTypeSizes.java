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
import org.nightjar.galaxies.shape.EarlyTypeSize;
import org.nightjar.galaxies.shape.ShenScatter;
import org.nightjar.galaxies.shape.SizeModel;
import org.osgi.service.component.annotations.Component;

/** Sizes of early-type galaxies. */
@Component
public final class EarlyTypeSizes implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "galaxies.early-type-size",
        "1",
        Role.COLUMNS,
        "Half-light radii of early-type galaxies: log-normal about a relation with the magnitude.",
        "Shen et al. 2003, MNRAS 343, 978, eqs 12, 14, 16",
        List.of(
            ParameterInfo.column("magnitude", "mag", Range.any(), "absolute magnitude"),
            ParameterInfo.number("a", "", Range.any(), "slope"),
            ParameterInfo.number(
                "b", "", Range.any(), "log10 of the radius in kpc at M = 0, extrapolated"),
            ParameterInfo.number(
                "m0", "mag", Range.any(), "magnitude at which slope and scatter change"),
            ParameterInfo.number(
                "sigma1", "", Range.atLeastZero(), "scatter of ln R of faint galaxies"),
            ParameterInfo.number(
                "sigma2", "", Range.atLeastZero(), "scatter of ln R of luminous galaxies")),
        List.of(
            OutputInfo.real(
                "size", "kpc", "phys.size.radius", "radius that holds half of the light")));
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    SizeModel sizes =
        new EarlyTypeSize(
            arguments.number("a"),
            arguments.number("b"),
            new ShenScatter(
                arguments.number("m0"), arguments.number("sigma1"), arguments.number("sigma2")));
    return chunk -> {
      RandomStream random = chunk.random("size");
      sizes.fill(random::at, chunk.first(), chunk.size(), chunk.reals("magnitude"), chunk.real(0));
    };
  }
}
