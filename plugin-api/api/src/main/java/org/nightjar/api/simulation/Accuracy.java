package org.nightjar.api.simulation;

import java.util.Objects;

/**
 * How exact something is.
 *
 * @param what of which quantity, such as {@code n(z)}
 * @param wanted relative error that was asked for
 * @param reached relative error that was found, by comparison with something finer
 */
public record Accuracy(String what, double wanted, double reached) {
  /** Refuses nulls. */
  public Accuracy {
    Objects.requireNonNull(what, "what");
  }
}
