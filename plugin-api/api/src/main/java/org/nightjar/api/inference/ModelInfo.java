package org.nightjar.api.inference;

import java.util.List;
import java.util.Map;

/**
 * An installed model whose golden vectors came out.
 *
 * @param id name, lower case
 * @param version version
 * @param sha256 checksum over graph and manifest, lower-case hexadecimal
 * @param task name of the task it is for
 * @param precision {@code float32}, {@code float16-weights} or {@code int8}
 * @param channels channel names that a sample must carry
 * @param outputs what comes out
 * @param thresholds decision levels that the package declares, by name; calibrated on the model's
 *     validation data
 */
public record ModelInfo(
    String id,
    String version,
    String sha256,
    String task,
    String precision,
    List<String> channels,
    List<OutputInfo> outputs,
    Map<String, Double> thresholds) {

  /** Copies the collections. */
  public ModelInfo {
    channels = List.copyOf(channels);
    outputs = List.copyOf(outputs);
    thresholds = Map.copyOf(thresholds);
  }
}
