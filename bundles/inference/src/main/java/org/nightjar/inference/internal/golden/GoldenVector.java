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
 */
public record GoldenVector(
    String name, Map<String, Numbers> inputs, Map<String, Numbers> outputs, double tolerance) {
  /** Copies the maps, in order. */
  public GoldenVector {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }
}
