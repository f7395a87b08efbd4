package org.nightjar.inference.internal.golden;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sample whose result is known.
 *
 * @param name name, for messages
 * @param inputs the sample's channels, raw
 * @param outputs what the named outputs must be
 * @param tolerance largest absolute difference of any element
 * @param allowances larger tolerances of outputs by name, for networks that round where the one
 *     that the vector was made with does not
 */
public record GoldenVector(
    String name,
    Map<String, Numbers> inputs,
    Map<String, Numbers> outputs,
    double tolerance,
    Map<String, Double> allowances) {
  /** Copies the maps, in order. */
  public GoldenVector {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    allowances = Map.copyOf(allowances);
  }

  /** Largest absolute difference of any element of an output. */
  public double tolerance(String output) {
    return Math.max(tolerance, allowances.getOrDefault(output, tolerance));
  }

  /** The same vector for a network that rounds. */
  public GoldenVector allowing(Map<String, Double> more) {
    return new GoldenVector(name, inputs, outputs, tolerance, more);
  }
}
