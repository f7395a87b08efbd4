package org.nightjar.api.simulation;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** How a quantity changes with redshift, as values that can be written down and compared. */
@ProviderType
public sealed interface RedshiftFunction {
  /** The value at a redshift, 0 or more. */
  double at(double z);

  /** The same at all redshifts. */
  record Constant(double value) implements RedshiftFunction {
    @Override
    public double at(double z) {
      return value;
    }
  }

  /**
   * {@code intercept + slope z}.
   *
   * @param intercept value at z = 0
   * @param slope change for one redshift
   */
  record Linear(double intercept, double slope) implements RedshiftFunction {
    @Override
    public double at(double z) {
      return intercept + slope * z;
    }
  }

  /**
   * {@code amplitude exp(z / scale)}.
   *
   * @param amplitude value at z = 0
   * @param scale redshift in which it grows by a factor e; negative if it falls
   */
  record Exponential(double amplitude, double scale) implements RedshiftFunction {
    /** Refuses a scale of 0. */
    public Exponential {
      if (scale == 0) {
        throw new IllegalArgumentException("an exponential needs a scale other than 0");
      }
    }

    @Override
    public double at(double z) {
      return amplitude * StrictMath.exp(z / scale);
    }
  }

  /**
   * {@code amplitude (1 + z)^power}.
   *
   * @param amplitude value at z = 0
   * @param power exponent
   */
  record Power(double amplitude, double power) implements RedshiftFunction {
    @Override
    public double at(double z) {
      return amplitude * StrictMath.pow(1 + z, power);
    }
  }

  /**
   * Straight lines between values; beyond the ends the last value.
   *
   * @param redshifts increasing, at least two
   * @param values as many
   */
  record Table(List<Double> redshifts, List<Double> values) implements RedshiftFunction {
    /** Copies the lists and checks them. */
    public Table {
      redshifts = List.copyOf(redshifts);
      values = List.copyOf(values);
      if (redshifts.size() < 2 || redshifts.size() != values.size()) {
        throw new IllegalArgumentException(
            redshifts.size() + " redshifts and " + values.size() + " values");
      }
      for (int i = 1; i < redshifts.size(); i++) {
        if (!(redshifts.get(i) > redshifts.get(i - 1))) {
          throw new IllegalArgumentException("the redshifts of a table must increase");
        }
      }
    }

    @Override
    public double at(double z) {
      int above = 0;
      while (above < redshifts.size() && redshifts.get(above) <= z) {
        above++;
      }
      if (above == 0 || above == redshifts.size()) {
        return values.get(Math.max(0, above - 1));
      }
      double before = redshifts.get(above - 1);
      double part = (z - before) / (redshifts.get(above) - before);
      return values.get(above - 1) + part * (values.get(above) - values.get(above - 1));
    }
  }
}
