package org.nightjar.mmwave.sz;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A round profile on the sky.
 *
 * @param values at equal steps of the cube root of the radius over the cut, from 0 to 1; at least 4
 * @param cut radius from which on it is zero, in a unit of the maker's choice
 */
@ProviderType
public record RadialProfile(float[] values, double cut) {

  /** The value at a radius, by cubic interpolation. */
  public double at(double radius) {
    double t = radius / cut;
    if (t >= 1) {
      return 0;
    }
    int last = values.length - 1;
    double place = Math.cbrt(t) * last;
    int i = (int) Math.min(last - 1, place);
    double f = place - i;
    double b = values[i];
    double c = values[i + 1];
    // Even about the middle, and running straight on beyond the cut.
    double a = i > 0 ? values[i - 1] : c;
    double d = i + 2 <= last ? values[i + 2] : 2 * c - b;
    double slope = 0.5 * (c - a);
    double nextSlope = 0.5 * (d - b);
    double difference = c - b;
    double second = 3 * difference - 2 * slope - nextSlope;
    double third = slope + nextSlope - 2 * difference;
    return b + f * (slope + f * (second + f * third));
  }

  /** The same with the radius in another unit, this many of it to one of the old. */
  public RadialProfile stretched(double factor) {
    return new RadialProfile(values, cut * factor);
  }
}
