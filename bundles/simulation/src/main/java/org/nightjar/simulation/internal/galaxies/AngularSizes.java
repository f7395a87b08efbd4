package org.nightjar.simulation.internal.galaxies;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.simulation.Arguments;
import org.nightjar.api.simulation.Calculation;
import org.nightjar.api.simulation.ComponentInfo;
import org.nightjar.api.simulation.ComponentInfo.Role;
import org.nightjar.api.simulation.OutputInfo;
import org.nightjar.api.simulation.ParameterInfo;
import org.nightjar.api.simulation.Range;
import org.nightjar.api.simulation.SkyComponent;
import org.nightjar.api.simulation.SkyContext;
import org.nightjar.galaxies.shape.AngularSize;
import org.osgi.service.component.annotations.Component;

/** Sizes on the sky. */
@Component
public final class AngularSizes implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "galaxies.angular-size",
        "1",
        Role.COLUMNS,
        "Sizes as they are seen on the sky.",
        "Hogg 1999, astro-ph/9905116, section 6",
        List.of(
            ParameterInfo.column("size", "kpc", Range.atLeastZero(), "radius"),
            ParameterInfo.column("redshift", "", Range.positive(), "redshift")),
        List.of(OutputInfo.real("angular-size", "arcsec", "phys.angSize", "radius on the sky")));
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) throws NightjarException {
    AngularSize seen = new AngularSize(Universe.of(context.cosmology()));
    return chunk -> {
      double[] size = chunk.reals("size");
      double[] redshift = chunk.reals("redshift");
      double[] angle = chunk.real(0);
      for (int i = 0; i < chunk.size(); i++) {
        angle[i] = seen.arcsec(size[i], redshift[i]);
      }
    };
  }
}
