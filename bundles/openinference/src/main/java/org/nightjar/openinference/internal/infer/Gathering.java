package org.nightjar.openinference.internal.infer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Execution;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Tensor;
import org.nightjar.openinference.internal.codec.BadRequest;
import org.nightjar.openinference.internal.codec.InferAnswer;
import org.nightjar.openinference.internal.codec.InferRequest;
import org.nightjar.openinference.internal.codec.OutputTensor;
import org.nightjar.openinference.internal.codec.OutputWish;

/** Puts the predictions of a request's samples together into one answer. */
public final class Gathering implements Round.Taker {
  /** Most numbers of one answer: 64 MiB of them. */
  static final long MOST_NUMBERS = 1 << 24;

  private static final int MOST_NOTES = 16;

  private final ModelInfo model;
  private final InferRequest request;
  private final Map<OutputWish, List<Tensor>> outputs = new LinkedHashMap<>();
  private final Set<String> versions = new LinkedHashSet<>();
  private final Set<String> devices = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();
  private Duration waited = Duration.ZERO;
  private Duration computed = Duration.ZERO;
  private int batch;
  private long numbers;
  private int samples;

  /**
   * For a request to a model.
   *
   * @throws NightjarException {@code BAD_ARGUMENT} if it wants an output that the model has not
   */
  public Gathering(ModelInfo model, InferRequest request) throws NightjarException {
    this.model = model;
    this.request = request;
    for (OutputWish wish : wishes()) {
      outputs.put(wish, new ArrayList<>());
    }
  }

  private List<OutputWish> wishes() throws NightjarException {
    List<String> known = model.outputs().stream().map(OutputInfo::name).toList();
    if (request.outputs().isEmpty()) {
      return known.stream().map(name -> new OutputWish(name, request.binary())).toList();
    }
    for (OutputWish wish : request.outputs()) {
      if (!known.contains(wish.name())) {
        throw BadRequest.of(
            "the model has no output '" + wish.name() + "'", "outputs", "It has " + known + ".");
      }
    }
    return request.outputs();
  }

  @Override
  public void take(Prediction prediction) throws NightjarException {
    for (Map.Entry<OutputWish, List<Tensor>> output : outputs.entrySet()) {
      Tensor tensor = prediction.outputs().get(output.getKey().name());
      if (tensor == null) {
        throw NightjarException.of(
            StandardError.CONTRACT_BROKEN,
            "the model gave no output '" + output.getKey().name() + "'",
            model.label(),
            "");
      }
      add(tensor, output.getValue());
    }
    Execution execution = prediction.execution();
    versions.add(version(execution.model()));
    devices.add(execution.device());
    batch = Math.max(batch, execution.batch());
    waited = longer(waited, execution.waited());
    computed = longer(computed, execution.computed());
    for (String note : prediction.notes()) {
      if (notes.size() < MOST_NOTES) {
        notes.add("sample " + samples + ": " + note);
      }
    }
    samples++;
  }

  private void add(Tensor tensor, List<Tensor> before) throws NightjarException {
    numbers += tensor.size();
    if (numbers > MOST_NUMBERS) {
      throw BadRequest.of(
          "the answer has more than " + MOST_NUMBERS + " numbers",
          "",
          "Send fewer samples at once, or ask for fewer outputs.");
    }
    if (!before.isEmpty() && !Arrays.equals(before.get(0).shape(), tensor.shape())) {
      // Samples of one shape give outputs of one shape, unless another version answered.
      throw NightjarException.of(
          StandardError.UNAVAILABLE,
          "the live version changed between the samples of the request",
          model.id(),
          "Send the request again.");
    }
    before.add(tensor);
  }

  private String version(String label) {
    String id = model.id() + "@";
    return label.startsWith(id) ? label.substring(id.length()) : model.version();
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  /** The answer, once all predictions were taken. */
  public InferAnswer answer() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("device", String.join(",", devices));
    parameters.put("batch_size", batch);
    parameters.put("queue_us", waited.toNanos() / 1000);
    parameters.put("compute_us", computed.toNanos() / 1000);
    if (!notes.isEmpty()) {
      parameters.put("notes", String.join("; ", notes));
    }
    return new InferAnswer(
        model.id(),
        String.join(",", versions),
        request.id(),
        parameters,
        outputs.entrySet().stream()
            .map(
                output ->
                    new OutputTensor(
                        output.getKey().name(), output.getValue(), output.getKey().binary()))
            .toList());
  }
}
