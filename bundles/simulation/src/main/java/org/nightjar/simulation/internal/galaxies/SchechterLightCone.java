package org.nightjar.simulation.internal.galaxies;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.simulation.Accuracy;
import org.nightjar.api.simulation.Arguments;
import org.nightjar.api.simulation.Calculation;
import org.nightjar.api.simulation.Chunk;
import org.nightjar.api.simulation.ComponentInfo;
import org.nightjar.api.simulation.ComponentInfo.Role;
import org.nightjar.api.simulation.OutputInfo;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.RandomStream;
import org.nightjar.api.simulation.Range;
import org.nightjar.api.simulation.RedshiftFunction;
import org.nightjar.api.simulation.SkyComponent;
import org.nightjar.api.simulation.SkyContext;
import org.nightjar.galaxies.population.LuminosityCone;
import org.nightjar.galaxies.population.SchechterLuminosity;
import org.osgi.service.component.annotations.Component;

/** Galaxies of a luminosity function down to an apparent magnitude. */
@Component
public final class SchechterLightCone implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "galaxies.schechter-light-cone",
        "1",
        Role.ROWS,
        "Galaxies of an evolving Schechter luminosity function down to an apparent magnitude, which"
            + " is without k-correction here; their number has Poisson scatter.",
        "Schechter 1976, ApJ 203, 297; Herbel et al. 2017, JCAP 08, 035, section 3.1",
        List.of(
            ParameterInfo.function("m-star", "mag", Range.any(), "characteristic magnitude M*(z)"),
            ParameterInfo.function(
                "phi-star", "Mpc-3", Range.atLeastZero(), "comoving density phi*(z)"),
            ParameterInfo.number("alpha", "", Range.of(-3, 3), "slope at the faint end"),
            ParameterInfo.number("m-lim", "mag", Range.of(-30, 50), "faintest apparent magnitude"),
            ParameterInfo.number("area", "deg2", Range.of(1e-12, 41_253), "area of the sky"),
            ParameterInfo.number("z-min", "", Range.of(0, 100), "nearest redshift").or(0.0),
            ParameterInfo.number("z-max", "", Range.of(1e-6, 100), "farthest redshift")),
        List.of(
            OutputInfo.real("z", "", "src.redshift", "redshift"),
            OutputInfo.real(
                "M", "mag", "phot.mag;phys.magAbs", "absolute magnitude in the reference band")));
  }

  @Override
  public List<OutputInfo> outputs(Arguments arguments) throws NightjarException {
    double nearest = arguments.number("z-min");
    double farthest = arguments.number("z-max");
    if (nearest >= farthest) {
      throw NightjarException.of(
          StandardError.BAD_CONFIGURATION,
          "z-min is " + nearest + ", z-max " + farthest,
          "z-min",
          "Let z-min be smaller.");
    }
    return info().outputs();
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) throws NightjarException {
    RedshiftFunction magnitude = arguments.function("m-star");
    RedshiftFunction density = arguments.function("phi-star");
    LuminosityCone cone =
        new LuminosityCone(
            new SchechterLuminosity(magnitude::at, density::at, arguments.number("alpha")),
            arguments.number("m-lim"),
            arguments.number("area"),
            Universe.of(context.cosmology()),
            arguments.number("z-min"),
            arguments.number("z-max"));
    long rows = cone.redshifts().count(context.random("count"));
    return new Galaxies(cone, rows, context.accuracy());
  }

  private record Galaxies(LuminosityCone cone, long rows, double accuracy) implements Calculation {
    @Override
    public void fill(Chunk chunk) {
      RandomStream random = chunk.random("galaxy");
      cone.fill(random::at, chunk.first(), chunk.size(), chunk.real(0), chunk.real(1));
    }

    @Override
    public List<Accuracy> accuracies() {
      return List.of(new Accuracy("probabilities of z and M", accuracy, cone.error()));
    }
  }
}
