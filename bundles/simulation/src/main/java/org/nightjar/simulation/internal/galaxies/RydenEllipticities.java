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
import org.nightjar.galaxies.shape.RydenEllipticity;
import org.nightjar.statistics.distribution.Distribution;
import org.osgi.service.component.annotations.Component;

/** Ellipticities of ellipsoids seen from all sides. */
@Component
public final class RydenEllipticities implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "galaxies.ryden-ellipticity",
        "1",
        Role.COLUMNS,
        "Ellipticities of triaxial ellipsoids seen from random sides.",
        "Ryden 2004, ApJ 601, 214; Binney 1985, MNRAS 212, 767",
        List.of(
            ParameterInfo.number("mu-gamma", "", Range.of(0, 1), "mean of 1 - thickness"),
            ParameterInfo.number("sigma-gamma", "", Range.positive(), "its scatter"),
            ParameterInfo.number("mu", "", Range.any(), "mean of ln(1 - b/a)"),
            ParameterInfo.number("sigma", "", Range.positive(), "its scatter")),
        List.of(OutputInfo.real("ellipticity", "", "src.ellipticity", "ellipticity")));
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    Distribution distribution =
        new RydenEllipticity(
            arguments.number("mu-gamma"),
            arguments.number("sigma-gamma"),
            arguments.number("mu"),
            arguments.number("sigma"));
    return chunk -> {
      RandomStream random = chunk.random("value");
      double[] values = chunk.real(0);
      for (int i = 0; i < chunk.size(); i++) {
        values[i] = distribution.draw(random.at(chunk.first() + i));
      }
    };
  }
}
