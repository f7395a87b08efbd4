package org.nightjar.api.inference;

import java.util.List;
import java.util.Map;

/**
 * An installed model whose golden vectors came out.
 *
 * @param id name, lower case
 * @param version version
 * @param sha256 checksum over manifest, graph and every other file of the package that changes what
 *     it says, lower-case hexadecimal
 * @param task name of the task it is for
 * @param precision {@code float32}, {@code float16-weights} or {@code int8}
 * @param inputs what goes in
 * @param outputs what comes out: the network's own outputs, then what the package derives from them
 *     (calibrated probabilities, conformal sets, distances from the training data)
 * @param thresholds decision levels that the package declares, by name; calibrated on the model's
 *     validation data
 */
public record ModelInfo(
    String id,
    String version,
    String sha256,
    String task,
    String precision,
    List<InputInfo> inputs,
    List<OutputInfo> outputs,
    Map<String, Double> thresholds) {

  /** Copies the collections. */
  public ModelInfo {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    thresholds = Map.copyOf(thresholds);
  }

  /** Names of the channels that a sample must carry, each once. */
  public List<String> channels() {
    return inputs.stream().flatMap(input -> input.channels().stream()).distinct().toList();
  }

  /** Name and version, as people write them: {@code id@version}. */
  public String label() {
    return id + "@" + version;
  }
}
