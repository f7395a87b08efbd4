package org.nightjar.simulation.internal.component;

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
import org.osgi.service.component.annotations.Component;

/** Uniform positions within a circle on the sky. */
@Component
public final class CapPositions implements SkyComponent {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "sky.uniform-cap",
        "1",
        Role.COLUMNS,
        "Positions that are uniform on the sphere within a circle.",
        "",
        List.of(
            ParameterInfo.number("ra", "deg", Range.of(-360, 360), "right ascension of the centre"),
            ParameterInfo.number("dec", "deg", Range.of(-90, 90), "declination of the centre"),
            ParameterInfo.number(
                "radius", "deg", new Range(0, false, 180, true), "radius of the circle")),
        List.of(
            OutputInfo.real("ra", "deg", "pos.eq.ra;meta.main", "right ascension, ICRS"),
            OutputInfo.real("dec", "deg", "pos.eq.dec;meta.main", "declination, ICRS")));
  }

  @Override
  public Calculation prepare(Arguments arguments, SkyContext context) {
    SphericalCap cap =
        new SphericalCap(
            arguments.number("ra"), arguments.number("dec"), arguments.number("radius"));
    return chunk -> {
      double[] ra = chunk.real(0);
      double[] dec = chunk.real(1);
      RandomStream random = chunk.random("position");
      for (int i = 0; i < chunk.size(); i++) {
        random.at(chunk.first() + i);
        cap.place(random.nextDouble(), random.nextDouble(), ra, dec, i);
      }
    };
  }
}
