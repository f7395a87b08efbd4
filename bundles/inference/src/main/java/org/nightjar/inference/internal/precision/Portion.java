package org.nightjar.inference.internal.precision;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.inference.internal.precision.samples.SampleSet;

/**
 * Some samples of a set.
 *
 * @param set the set
 * @param indices which ones
 * @param rule which ones, in words
 */
record Portion(SampleSet set, List<Integer> indices, String rule) {
  /** Copies the list. */
  Portion {
    indices = List.copyOf(indices);
  }

  int size() {
    return indices.size();
  }

  /** What went wrong with one of them. */
  NightjarException failed(int index, NightjarException why) {
    Problem problem = why.problem();
    String at = problem.place().isEmpty() ? "" : problem.place() + ", ";
    return new NightjarException(
        new Problem(
            problem.number(),
            problem.code(),
            problem.category(),
            problem.message(),
            at + "sample " + index + " of " + set.folder(),
            problem.remedy()),
        why);
  }
}
