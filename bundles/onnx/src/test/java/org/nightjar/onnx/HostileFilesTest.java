package org.nightjar.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
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

  /** Most bytes that are allocated for one byte of a file, all together, and for any file. */
  private static final long MOST_PER_BYTE = 500;

  private static final long MOST_AT_ALL = 1 << 20;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      try {
        OnnxModel model = OnnxReader.read(damaged, "damaged");
        assertAllocated(before, damaged);
        assertThat(OnnxReader.read(OnnxWriter.bytes(model), "written")).isEqualTo(model);
        models++;
      } catch (NightjarException e) {
        assertAllocated(before, damaged);
        assertThat(e.problem().code()).isEqualTo("MODEL_REFUSED");
        refused++;
      }
    }
    assertThat(models).isPositive();
    assertThat(refused).isGreaterThan(COPIES / 10);
  }

  private void assertAllocated(long before, byte[] file) {
    assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
        .as("bytes allocated for %d", file.length)
        .isLessThan(MOST_AT_ALL + MOST_PER_BYTE * file.length);
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
