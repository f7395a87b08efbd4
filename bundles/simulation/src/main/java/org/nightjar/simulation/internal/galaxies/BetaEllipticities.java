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
import org.nightjar.galaxies.shape.BetaEllipticity;
import org.nightjar.statistics.distribution.Distribution;
import org.osgi.service.component.annotations.Component;

/** Ellipticities of a beta distribution. */
@Component
public final class BetaEllipticities implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "galaxies.beta-ellipticity",
        "1",
        Role.COLUMNS,
        "Ellipticities of a beta distribution.",
        "Kacprzak et al. 2020, PRD 101, 082003",
        List.of(
            ParameterInfo.number("e-ratio", "", new Range(0, false, 1, false), "mean ellipticity"),
            ParameterInfo.number("e-sum", "", Range.positive(), "the larger, the narrower")),
        List.of(OutputInfo.real("ellipticity", "", "src.ellipticity", "ellipticity")));
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    Distribution distribution =
        new BetaEllipticity(arguments.number("e-ratio"), arguments.number("e-sum"));
    return chunk -> {
      RandomStream random = chunk.random("value");
      double[] values = chunk.real(0);
      for (int i = 0; i < chunk.size(); i++) {
        values[i] = distribution.draw(random.at(chunk.first() + i));
      }
    };
  }
}
