package org.nightjar.onnx.model;

import java.util.Objects;

/**
 * A set of operators that a model uses.
 *
 * @param domain whose it is; empty for ONNX's own
 * @param version which edition
 */
public record OperatorSet(String domain, long version) {
  /** Refuses null. */
  public OperatorSet {
    Objects.requireNonNull(domain, "domain");
  }
}
