package org.nightjar.benchmarks.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.nightjar.api.inference.Tensor;

/**
 * ONNX Runtime called directly, in the best style there is: every caller has direct buffers,
 * tensors over them that are made once, and outputs that are written in place; one session, one
 * thread a run, no spinning. What comes in as an array is copied into the buffer, as any caller has
 * to.
 */
final class RawRuntime implements Serving {
  /** Runs of each size before it counts: a new session first finds the memory that it needs. */
  private static final int BEFORE = 3;

  private final Network network;
  private final OrtSession session;
  private final Map<Integer, Long> sizes;
  private final int variety;

  /** Each caller runs its own samples, one at a time. */
  RawRuntime(Network network) throws OrtException {
    this(network, Map.of(1, 1L), 1);
  }

  /**
   * Each caller runs batches.
   *
   * @param sizes how often each size is run
   * @param variety how many different samples each caller has, which it takes in turns
   */
  RawRuntime(Network network, Map<Integer, Long> sizes, int variety) throws OrtException {
    this.network = network;
    this.variety = variety;
    this.sizes = new TreeMap<>(sizes);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      session = OrtEnvironment.getEnvironment().createSession(network.graph().toString(), options);
    }
  }

  @Override
  public String name() {
    return "ONNX Runtime, direct buffers";
  }

  @Override
  public Call caller(int number) throws OrtException {
    Direct direct = new Direct(number);
    for (int size : sizes.keySet()) {
      for (int run = 0; run < BEFORE; run++) {
        direct.run(size);
      }
    }
    return direct;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }

  private final class Direct implements Call {
    private final SplittableRandom random;
    private final float[][] samples;
    private int next;
    private final float[] answer;
    private final FloatBuffer in;
    private final FloatBuffer out;
    private final Map<Integer, OnnxTensor> inputs = new TreeMap<>();
    private final Map<Integer, OnnxTensor> outputs = new TreeMap<>();
    private final long all;

    Direct(int number) {
      int most = sizes.keySet().stream().mapToInt(Integer::intValue).max().orElse(1);
      random = new SplittableRandom(number);
      samples = new float[variety][];
      for (int i = 0; i < variety; i++) {
        samples[i] = network.sample(number * (long) variety + i);
      }
      answer = new float[network.outputSize()];
      in = Tensor.allocate(network.size() * most);
      out = Tensor.allocate(network.outputSize() * most);
      all = sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public int run() throws OrtException {
      return run(nextSize());
    }

    private int run(int size) throws OrtException {
      in.clear();
      for (int i = 0; i < size; i++) {
        in.put(samples[next++ % variety]);
      }
      session
          .run(
              Map.of(network.input(), tensor(inputs, in, size, true)),
              Set.of(),
              Map.of(network.output(), tensor(outputs, out, size, false)))
          .close();
      out.clear();
      for (int i = 0; i < size; i++) {
        out.get(answer);
      }
      return size;
    }

    private int nextSize() {
      long pick = all == 1 ? 0 : random.nextLong(all);
      for (Map.Entry<Integer, Long> size : sizes.entrySet()) {
        pick -= size.getValue();
        if (pick < 0) {
          return size.getKey();
        }
      }
      return 1;
    }

    private OnnxTensor tensor(
        Map<Integer, OnnxTensor> made, FloatBuffer buffer, int size, boolean input)
        throws OrtException {
      OnnxTensor tensor = made.get(size);
      if (tensor == null) {
        int each = input ? network.size() : network.outputSize();
        tensor =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(),
                buffer.duplicate().position(0).limit(size * each),
                network.batch(input ? network.shape() : network.outputShape(), size));
        made.put(size, tensor);
      }
      return tensor;
    }

    @Override
    public void close() {
      inputs.values().forEach(OnnxTensor::close);
      outputs.values().forEach(OnnxTensor::close);
    }
  }
}
