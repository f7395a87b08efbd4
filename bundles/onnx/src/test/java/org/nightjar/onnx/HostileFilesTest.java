package org.nightjar.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.samples.UNet;

/** Damaged copies of good files give a model or a reasoned error, and nothing else. */
class HostileFilesTest {
  private static final int COPIES = Integer.getInteger("nightjar.corrupted.copies", 1000);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void damagedCopiesGiveAModelOrAReason(int seed) throws Exception {
    byte[] small = OnnxWriter.bytes(Networks.everything());
    byte[] larger = OnnxWriter.bytes(UNet.network(1, 2, 2));
    Random random = new Random(seed);
    int models = 0;
    int refused = 0;
    for (int copy = 0; copy < COPIES; copy++) {
      byte[] damaged = damage(copy % 4 == 0 ? larger : small, random);
      try {
        OnnxModel model = OnnxReader.read(damaged, "damaged");
        assertThat(OnnxReader.read(OnnxWriter.bytes(model), "written")).isEqualTo(model);
        models++;
      } catch (NightjarException e) {
        assertThat(e.problem().code()).isEqualTo("MODEL_REFUSED");
        refused++;
      }
    }
    assertThat(models).isPositive();
    assertThat(refused).isGreaterThan(COPIES / 10);
  }

  private static byte[] damage(byte[] good, Random random) {
    byte[] bad =
        random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
    for (int flips = random.nextInt(4); flips >= 0 && bad.length > 0; flips--) {
      int at = random.nextInt(bad.length);
      switch (random.nextInt(3)) {
        case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bad[at] = (byte) random.nextInt(256);
        default -> bad[at] = (byte) 0xFF;
      }
    }
    return bad;
  }
}
