package org.nightjar.inference.internal.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.TinyOnnx;
import org.nightjar.inference.internal.device.Device;
import org.nightjar.inference.internal.device.Port;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.device.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads and runs damaged graphs, in a JVM of its own. Its arguments are a folder to write to, how
 * many, and a seed; it says how they ended.
 */
final class HostileGraphs {
  private static final Logger LOG = LoggerFactory.getLogger(HostileGraphs.class);

  private static final int MOST_NUMBERS = 1 << 16;

  private final Path file;
  private final Device device;
  private final Map<String, Integer> ends = new TreeMap<>();

  private HostileGraphs(Path folder) throws NightjarException {
    this.file = folder.resolve("damaged.onnx");
    this.device = OnnxEngine.start().devices(DeviceSettings.of("cpu")).get(0);
  }

  public static void main(String[] args) throws IOException, NightjarException {
    HostileGraphs graphs = new HostileGraphs(Path.of(args[0]));
    SplittableRandom random = new SplittableRandom(Long.parseLong(args[2]));
    List<byte[]> good =
        List.of(
            Graphs.classifier(16),
            Graphs.mask(4),
            TinyOnnx.add(1, 2, 3),
            TinyOnnx.matMul(new float[12], 3, 4));
    for (byte[] graph : good) {
      graphs.count(graph);
    }
    if (!graphs.ends.equals(Map.of("ran", good.size()))) {
      throw new IllegalStateException("good graphs end as " + graphs.ends);
    }
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      graphs.count(damaged(good.get(i % good.size()), random));
    }
    LOG.info("ended: {}", graphs.ends);
  }

  private static byte[] damaged(byte[] good, SplittableRandom random) {
    if (random.nextInt(4) == 0) {
      return Arrays.copyOf(good, random.nextInt(good.length));
    }
    byte[] bad = good.clone();
    // Weights are most of a file, and any are as good as others: damage what is around them.
    for (int i = random.nextInt(1, 9); i > 0; i--) {
      int place =
          random.nextBoolean()
              ? random.nextInt(bad.length)
              : bad.length - 1 - random.nextInt(Math.min(400, bad.length));
      bad[place] =
          (byte) (random.nextBoolean() ? bad[place] ^ 1 << random.nextInt(8) : random.nextInt());
    }
    return bad;
  }

  private void count(byte[] graph) throws IOException {
    Files.write(file, graph);
    String end = "refused at sight";
    try {
      OnnxFile.check(file);
      end = "refused by the engine";
      try (Session session = device.open(file)) {
        List<Slot> inputs = session.graph().inputs().stream().map(HostileGraphs::slot).toList();
        session.probe(inputs, session.graph().outputs().stream().map(Port::name).toList(), 1);
        end = "ran";
      }
    } catch (NightjarException e) {
      if (!e.problem().code().equals("MODEL_REFUSED")) {
        end = e.problem().code();
      }
    } catch (IllegalArgumentException e) {
      end = "no float images";
    }
    ends.merge(end, 1, Integer::sum);
  }

  /** Room for an input; open extents are 16. */
  private static Slot slot(Port port) {
    List<Integer> shape =
        port.shape().stream()
            .skip(1)
            .map(extent -> extent < 0 ? 16 : (int) Math.min(extent, MOST_NUMBERS))
            .toList();
    if (!port.type().equals("float32")
        || shape.stream().mapToLong(e -> e).reduce(1, (a, b) -> a * b) > MOST_NUMBERS) {
      throw new IllegalArgumentException(port.toString());
    }
    return new Slot(port.name(), shape);
  }
}
