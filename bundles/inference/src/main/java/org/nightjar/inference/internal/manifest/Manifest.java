package org.nightjar.inference.internal.manifest;

import java.util.List;
import java.util.Map;
import org.nightjar.inference.internal.golden.GoldenVector;
import org.nightjar.inference.internal.preprocess.InputSpec;
import org.nightjar.inference.internal.trust.Derivations;

/**
 * What {@code model.yaml} says.
 *
 * @param id name of the model
 * @param version its version
 * @param task name of the task it is for
 * @param precision {@code float32}, {@code float16-weights} or {@code int8}
 * @param license licence of the weights
 * @param inputs the network's inputs, with their preprocessing
 * @param outputs the network's outputs that are wanted
 * @param derived the outputs that are computed from those
 * @param thresholds decision levels by name
 * @param golden samples whose results are known
 * @param card free text by heading: training data, limits, citation, source
 */
public record Manifest(
    String id,
    String version,
    String task,
    String precision,
    String license,
    List<InputSpec> inputs,
    List<OutputSpec> outputs,
    Derivations derived,
    Map<String, Double> thresholds,
    List<GoldenVector> golden,
    Map<String, String> card) {
  /** Copies the collections. */
  public Manifest {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    thresholds = Map.copyOf(thresholds);
    golden = List.copyOf(golden);
    card = Map.copyOf(card);
  }

  /** Name and version, as people write them: {@code id@version}. */
  public String label() {
    return id + "@" + version;
  }

  /** All channel names, each once, in the order of the inputs. */
  public List<String> channels() {
    return inputs.stream().flatMap(input -> input.channels().stream()).distinct().toList();
  }
}
