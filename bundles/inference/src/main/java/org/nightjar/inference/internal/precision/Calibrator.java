package org.nightjar.inference.internal.precision;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Tensor;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.manifest.Manifest;
import org.nightjar.inference.internal.preprocess.Preprocessing;
import org.nightjar.inference.internal.preprocess.Preprocessing.Prepared;
import org.nightjar.onnx.OnnxWriter;
import org.nightjar.onnx.quantise.Quantiser;
import org.nightjar.onnx.quantise.Ranges;

/** Runs samples through a network, prepared as its manifest says, and watches its values. */
final class Calibrator {
  private final Manifest manifest;
  private final Device device;
  private final Preprocessing preprocessing;

  /** For a network with this manifest. */
  Calibrator(Manifest manifest, Device device) {
    this.manifest = manifest;
    this.device = device;
    this.preprocessing = new Preprocessing(manifest.inputs());
  }

  /**
   * Fills ranges.
   *
   * @param work a folder in which the network that is watched may lie for so long
   * @throws NightjarException {@code BAD_ARGUMENT} with the sample if one does not fit the network,
   *     or the network gives numbers that are not finite for it
   */
  void observe(Quantiser quantiser, Ranges ranges, Portion samples, Path work, Watch watch)
      throws NightjarException, IOException {
    Path probe = work.resolve("probe.onnx");
    OnnxWriter.write(quantiser.probe(), probe);
    try {
      run(probe, quantiser, ranges, samples, watch);
    } finally {
      Files.delete(probe);
    }
  }

  private void run(Path probe, Quantiser quantiser, Ranges ranges, Portion samples, Watch watch)
      throws NightjarException {
    List<String> wanted = quantiser.observed();
    try (Session session = device.open(probe)) {
      for (int i = 0; i < samples.size(); i++) {
        watch.step(i, samples.size(), "calibrating");
        int index = samples.indices().get(i);
        try {
          Prepared prepared = preprocessing.prepare(samples.set().sample(index));
          look(wanted, ranges, session, prepared);
        } catch (NightjarException e) {
          throw samples.failed(index, e);
        }
      }
    }
  }

  private void look(List<String> wanted, Ranges ranges, Session session, Prepared prepared)
      throws NightjarException {
    Map<String, Tensor> inputs = new HashMap<>();
    for (int i = 0; i < manifest.inputs().size(); i++) {
      inputs.put(manifest.inputs().get(i).name(), batchOfOne(prepared, i));
    }
    Set<String> inside = new HashSet<>(wanted);
    inside.removeAll(inputs.keySet());
    Map<String, Tensor> values = new HashMap<>(inputs);
    if (!inside.isEmpty()) {
      values.putAll(session.look(inputs, inside));
    }
    for (String name : wanted) {
      ranges.observe(name, values.get(name).values());
    }
  }

  private static Tensor batchOfOne(Prepared prepared, int input) {
    List<Integer> shape = new ArrayList<>(List.of(1));
    shape.addAll(prepared.shapes().get(input));
    return Tensor.of(
        FloatBuffer.wrap(prepared.inputs().get(input)),
        shape.stream().mapToInt(Integer::intValue).toArray());
  }
}
