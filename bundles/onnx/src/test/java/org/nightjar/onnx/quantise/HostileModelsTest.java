package org.nightjar.onnx.quantise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.OnnxReader;
import org.nightjar.onnx.OnnxWriter;
import org.nightjar.onnx.RandomNetwork;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.variant.HalfWeights;

/** Damaged files that can be read become variants or are refused with a reason. */
class HostileModelsTest {
  private static final int COPIES = Integer.getInteger("nightjar.corrupted.copies", 1000);

  @Test
  void damagedModelsBecomeVariantsOrAreRefused() throws Exception {
    Random random = new Random(1);
    List<byte[]> good = new ArrayList<>();
    for (int seed = 0; seed < 20; seed++) {
      good.add(OnnxWriter.bytes(RandomNetwork.of(seed)));
    }
    int variants = 0;
    int refused = 0;
    for (int copy = 0; copy < COPIES; copy++) {
      byte[] file = good.get(copy % good.size()).clone();
      for (int flips = random.nextInt(3); flips >= 0; flips--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      try {
        OnnxModel model = OnnxReader.read(file, "damaged");
        HalfWeights.of(model);
        OnnxWriter.bytes(int8(model));
        variants++;
      } catch (NightjarException e) {
        assertThat(e.problem().code()).isIn("MODEL_REFUSED", "UNSUPPORTED");
        refused++;
      }
    }
    assertThat(variants).isGreaterThan(COPIES / 4);
    assertThat(refused).isPositive();
  }

  private static OnnxModel int8(OnnxModel model) throws NightjarException {
    Quantiser quantiser = Quantiser.of(model, QuantiserOptions.ALL);
    Ranges ranges = Ranges.extremes();
    for (String value : quantiser.observed()) {
      ranges.observe(value, FloatBuffer.wrap(new float[] {-1, 2}));
    }
    return quantiser.quantise(ranges);
  }
}
