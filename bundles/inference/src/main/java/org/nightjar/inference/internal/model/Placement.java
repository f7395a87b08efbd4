package org.nightjar.inference.internal.model;

/**
 * Where a model runs.
 *
 * @param device the device
 * @param reason why not on a faster one; empty if it is the first choice
 */
public record Placement(String device, String reason) {
  /** Nowhere yet. */
  public static final Placement NONE = new Placement("", "");
}
