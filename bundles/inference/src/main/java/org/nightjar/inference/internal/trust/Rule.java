package org.nightjar.inference.internal.trust;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Tensor;

/** How one output is computed from another. Immutable. */
public interface Rule {
  /** Kind of what comes out, as {@link OutputInfo#kind} has it. */
  String kind();

  /** Kinds of outputs that it can be computed from. */
  List<String> takes();

  /** What comes out, in words, for one whose manifest does not say. */
  String meaning(String of);

  /**
   * The shape of what comes out.
   *
   * @param of what it is computed from; its kind has been looked at
   * @throws NightjarException {@code MODEL_REFUSED} if it cannot be computed from that
   */
  List<Integer> shape(OutputInfo of) throws NightjarException;

  /**
   * Names of the elements of what comes out; empty if they have none.
   *
   * @param of what it is computed from
   */
  List<String> classes(OutputInfo of);

  /**
   * Computes it; the arithmetic is in double precision, the result in single.
   *
   * @param from all finite, of a shape for which {@link #shape} was asked
   * @return all finite
   */
  Tensor apply(Tensor from);
}
