package org.nightjar.inference.internal.lane;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Tensor;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Runner;
import org.nightjar.inference.internal.device.Slot;
import org.nightjar.inference.internal.trust.Derivations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs requests together; when that fails, in halves, so that only the guilty ones fail. */
final class Batch {
  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  private final Runner runner;
  private final Ports ports;
  private final Derivations derived;
  private final String device;

  Batch(Runner runner, Ports ports, Derivations derived, String device) {
    this.runner = runner;
    this.ports = ports;
    this.derived = derived;
    this.device = device;
  }

  /** Runs the requests and returns how each ended, in their order. */
  List<Outcome> run(List<Request> requests) {
    List<Outcome> outcomes = new ArrayList<>(requests.size());
    run(requests, outcomes);
    return outcomes;
  }

  private void run(List<Request> requests, List<Outcome> outcomes) {
    try {
      stage(requests);
      runner.run(requests.size());
    } catch (NightjarException | RuntimeException | OutOfMemoryError e) {
      if (requests.size() == 1) {
        outcomes.add(Outcome.failed(requests.get(0), problem(e)));
        return;
      }
      LOG.debug("a batch of {} failed, trying its halves", requests.size(), e);
      int middle = requests.size() / 2;
      run(requests.subList(0, middle), outcomes);
      run(requests.subList(middle, requests.size()), outcomes);
      return;
    }
    for (int i = 0; i < requests.size(); i++) {
      outcomes.add(read(requests.get(i), i));
    }
  }

  private void stage(List<Request> requests) {
    for (int port = 0; port < ports.inputs().size(); port++) {
      FloatBuffer buffer = runner.input(port);
      for (Request request : requests) {
        buffer.put(request.inputs().get(port));
      }
    }
  }

  private Outcome read(Request request, int row) {
    Map<String, Tensor> outputs = new HashMap<>();
    for (int port = 0; port < ports.outputs().size(); port++) {
      Slot slot = ports.outputs().get(port);
      float[] values = new float[slot.size()];
      runner.output(port).get(row * values.length, values);
      for (float value : values) {
        if (!Float.isFinite(value)) {
          return Outcome.failed(
              request,
              NightjarException.of(
                  StandardError.CONTRACT_BROKEN,
                  "output '"
                      + slot.name()
                      + "' of the model holds "
                      + value
                      + " for a sample that is finite",
                  "",
                  "The sample lies outside what the network can compute; look at it, or clip it in"
                      + " the manifest."));
        }
      }
      int[] shape = slot.shape().stream().mapToInt(Integer::intValue).toArray();
      outputs.put(slot.name(), Tensor.of(values, shape));
    }
    derived.addTo(outputs);
    return Outcome.done(request, Prediction.of(outputs, request.notes(), device));
  }

  private static NightjarException problem(Throwable error) {
    if (error instanceof NightjarException known) {
      return known;
    }
    StandardError code =
        error instanceof OutOfMemoryError ? StandardError.OUT_OF_MEMORY : StandardError.INTERNAL;
    return new NightjarException(
        NightjarException.of(code, "the network did not run: " + error, "", "").problem(), error);
  }
}
