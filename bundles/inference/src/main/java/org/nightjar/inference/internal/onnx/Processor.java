package org.nightjar.inference.internal.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.device.Session;

/** The processor of this machine. */
final class Processor implements Device {
  /** Numbers of a sample; memory that is planned twice does not matter up to here. */
  private static final long SMALL = 16_384;

  private final OrtEnvironment environment;
  private final OptionalLong memory;

  /**
   * The processor.
   *
   * @param memory bytes that networks may use, if the operator says
   */
  Processor(OrtEnvironment environment, OptionalLong memory) {
    this.environment = environment;
    this.memory = memory;
  }

  @Override
  public String name() {
    return "cpu";
  }

  @Override
  public int slots(int wanted) {
    return wanted;
  }

  @Override
  public boolean anyThread() {
    return true;
  }

  @Override
  public boolean isProcessor() {
    return true;
  }

  @Override
  public OptionalLong memory() {
    return memory.isPresent() ? memory : OptionalLong.of(NativeMemory.share());
  }

  @Override
  public OptionalLong used() {
    return NativeMemory.used();
  }

  @Override
  public Session open(Path graph) throws NightjarException {
    try (OrtSession.SessionOptions plain = SessionSettings.onProcessor();
        OrtSession.SessionOptions planned = SessionSettings.planned()) {
      OrtSession session = environment.createSession(graph.toString(), plain);
      if (isSmall(session)) {
        session.close();
        session = environment.createSession(graph.toString(), planned);
      }
      return OnnxSession.of(environment, session, "cpu:0");
    } catch (OrtException e) {
      throw Failures.loading(e, graph);
    }
  }

  /** Whether all inputs of a sample together are small, and said to be. */
  private static boolean isSmall(OrtSession session) throws OrtException {
    long numbers = 0;
    for (NodeInfo input : session.getInputInfo().values()) {
      if (!(input.getInfo() instanceof TensorInfo tensor)) {
        return false;
      }
      long each = 1;
      for (int axis = 1; axis < tensor.getShape().length; axis++) {
        long extent = tensor.getShape()[axis];
        each *= extent > 0 && extent <= SMALL ? extent : SMALL + 1;
        if (each > SMALL) {
          return false;
        }
      }
      numbers += each;
    }
    return numbers <= SMALL;
  }
}
