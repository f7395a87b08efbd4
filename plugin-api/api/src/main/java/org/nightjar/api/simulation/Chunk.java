package org.nightjar.api.simulation;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Neighbouring rows being filled, for one thread. Arrays hold at least {@code size() * width}
 * elements, those of a row side by side; what lies behind is not to be touched.
 */
@ProviderType
public interface Chunk {
  /** Id of the first row; the others follow by ones. */
  long first();

  /** How many rows, at least 1. */
  int size();

  /**
   * The values of a {@link ParameterInfo.Type#COLUMN} in the parameter's unit, one or {@link
   * Arguments#width} for each row; of a number that was given in its place, that number in each
   * row. Not to be changed.
   */
  double[] reals(String parameter);

  /** The same of one of several {@link ParameterInfo.Type#COLUMNS}, counted from 0. */
  double[] reals(String parameter, int index);

  /** The values of a column of whole numbers. */
  long[] wholes(String parameter);

  /** Where to put the values of an output of type {@code REAL}, counted from 0. */
  double[] real(int output);

  /** Where to put the values of an output of type {@code SINGLE}. */
  float[] single(int output);

  /** Where to put the values of an output of type {@code WHOLE}. */
  long[] whole(int output);

  /**
   * A stream of random numbers of this column. Streams of different names are independent.
   *
   * @param name such as {@code redshift}; part of what makes a sky: a new name is another sky
   */
  RandomStream random(String name);
}
