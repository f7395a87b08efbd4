package org.nightjar.lensing.plane;

import java.util.List;
import org.nightjar.lensing.mass.MassProfile;
import org.nightjar.rendering.light.LightProfile;

/**
 * What is at one redshift.
 *
 * @param redshift above 0
 * @param mass what bends light; deflections are reduced ones, for a source on the last plane, and
 *     places are the angles at which they would be seen with nothing in front
 * @param light what shines, at such places
 */
public record Plane(double redshift, List<MassProfile> mass, List<LightProfile> light) {
  /** Copies the lists. */
  public Plane {
    mass = List.copyOf(mass);
    light = List.copyOf(light);
  }
}
