package org.nightjar.inference.internal.station;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Execution;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Tensor;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Runner;
import org.nightjar.inference.internal.device.Slot;
import org.nightjar.inference.internal.preprocess.Finite;
import org.nightjar.inference.internal.schedule.Request;

/** Moves requests into a runner's buffers, and answers out of them. */
final class Readout {
  private final Residence residence;
  private final Ports ports;
  private final Runner runner;

  Readout(Residence residence, Ports ports, Runner runner) {
    this.residence = residence;
    this.ports = ports;
    this.runner = runner;
  }

  void stage(List<Request> requests) {
    for (int port = 0; port < ports.inputs().size(); port++) {
      var buffer = runner.input(port);
      for (Request request : requests) {
        buffer.put(request.prepared().inputs().get(port));
      }
    }
  }

  /** The answer of a row of the buffers, or why there is none. */
  Outcome read(Request request, int row, Execution execution) {
    Map<String, Tensor> outputs = new HashMap<>();
    for (int port = 0; port < ports.outputs().size(); port++) {
      Slot slot = ports.outputs().get(port);
      float[] values = new float[slot.size()];
      runner.output(port).get(row * values.length, values);
      int bad = Finite.firstNot(values, 0, values.length);
      if (bad >= 0) {
        return new Outcome.Failed(request, notFinite(slot, values[bad]));
      }
      int[] shape = slot.shape().stream().mapToInt(Integer::intValue).toArray();
      outputs.put(slot.name(), Tensor.of(values, shape));
    }
    residence.wiring().finish(outputs, request.prepared().frame());
    return new Outcome.Answered(
        request, new Prediction(outputs, request.prepared().notes(), execution));
  }

  private NightjarException notFinite(Slot slot, float value) {
    return NightjarException.of(
        StandardError.CONTRACT_BROKEN,
        "output '"
            + slot.name()
            + "' of model "
            + residence.name()
            + " holds "
            + value
            + " for a sample that is finite",
        "",
        "The sample lies outside what the network can compute; look at it, or clip it in the"
            + " manifest.");
  }
}
