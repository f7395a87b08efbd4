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
import org.nightjar.statistics.distribution.Distribution;
import org.osgi.service.component.annotations.Component;

/** Redshifts of a survey. */
@Component
public final class SmailRedshifts implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "galaxies.smail-redshift",
        "1",
        Role.COLUMNS,
        "Redshifts of a survey by their median: p(z) ~ z^alpha exp(-(z/z0)^beta).",
        "Smail, Ellis and Fitchett 1994, MNRAS 270, 245; Amara and Refregier 2007, MNRAS 381, 1018",
        List.of(
            ParameterInfo.number("z-median", "", Range.positive(), "median redshift"),
            ParameterInfo.number(
                "alpha", "", new Range(-1, false, 100, true), "power at low redshifts"),
            ParameterInfo.number("beta", "", Range.positive(), "power in the exponent")),
        List.of(OutputInfo.real("redshift", "", "src.redshift", "redshift")));
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    Distribution distribution =
        new org.nightjar.galaxies.population.SmailRedshifts(
            arguments.number("z-median"), arguments.number("alpha"), arguments.number("beta"));
    return chunk -> {
      RandomStream random = chunk.random("value");
      double[] values = chunk.real(0);
      for (int i = 0; i < chunk.size(); i++) {
        values[i] = distribution.draw(random.at(chunk.first() + i));
      }
    };
  }
}
