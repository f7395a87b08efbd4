package org.nightjar.sky.internal.sphere;

/** A celestial reference frame: how its directions become ICRS directions and back. */
public interface Frame {
  /** Replaces a unit vector of this frame by the ICRS vector of the same direction. */
  void toIcrs(double[] vector);

  /** Replaces an ICRS unit vector by this frame's vector of the same direction. */
  void fromIcrs(double[] vector);
}
