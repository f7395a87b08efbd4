package org.nightjar.inference.internal.precision.metric;

/** The samples that one model was judged by. Immutable, for any number of threads. */
public interface Scored {
  /** How many samples. */
  int size();

  /**
   * Samples are drawn within groups, so that every draw has as many of each as the whole.
   *
   * @return the group of a sample, 0 or 1
   */
  default int group(int sample) {
    return 0;
  }

  /**
   * The metric, each sample counted as often as its weight says.
   *
   * @param weights as many as there are samples, none negative, not all 0
   */
  double value(int[] weights);
}
