package org.nightjar.simulation.internal.unit;

import java.util.OptionalDouble;

/**
 * A unit as a factor and powers of its dimensions. Magnitudes, counts and the like are dimensions
 * of their own: nothing converts them into anything else.
 */
public final class Unit {
  /** Powers in the order of {@link Dimension}. */
  private final int[] powers;

  private final double factor;

  /** What units are made of. */
  enum Dimension {
    LENGTH,
    TIME,
    MASS,
    TEMPERATURE,
    ANGLE,
    MAGNITUDE,
    DEX,
    ADU,
    ELECTRON,
    PHOTON,
    PIXEL,
    SUN
  }

  private Unit(double factor, int[] powers) {
    this.factor = factor;
    this.powers = powers;
  }

  /** A plain number. */
  static Unit none() {
    return new Unit(1, new int[Dimension.values().length]);
  }

  /** A multiple of the base unit of a dimension. */
  static Unit of(double factor, Dimension dimension) {
    Unit unit = none();
    unit.powers[dimension.ordinal()] = 1;
    return new Unit(factor, unit.powers);
  }

  Unit times(double number) {
    return new Unit(factor * number, powers);
  }

  Unit times(Unit other, int power) {
    int[] sum = powers.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.powers[i] * power;
    }
    return new Unit(factor * StrictMath.pow(other.factor, power), sum);
  }

  /** What a number in this unit is multiplied by to be one in another; empty if it cannot be. */
  public OptionalDouble to(Unit other) {
    for (int i = 0; i < powers.length; i++) {
      if (powers[i] != other.powers[i]) {
        return OptionalDouble.empty();
      }
    }
    return OptionalDouble.of(factor == other.factor ? 1 : factor / other.factor);
  }
}
