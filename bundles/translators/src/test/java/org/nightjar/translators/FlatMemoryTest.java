package org.nightjar.translators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.translate.Batchifier;
import ai.djl.translate.TranslatorContext;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.nightjar.api.inference.InputInfo;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.OutputInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.inference.Urgency;
import org.nightjar.testkit.FakeInference;

/** Ten thousand predictions leave nothing behind. */
class FlatMemoryTest {
  private static final int PREDICTIONS = 10_000;
  private static final int BATCH = 50;
  private static final ModelInfo MODEL =
      new ModelInfo(
          "m",
          "1",
          "0".repeat(64),
          "t",
          "float32",
          List.of(new InputInfo("x", List.of(2, 3), List.of("a"))),
          List.of(new OutputInfo("y", List.of(1000), "value", "", List.of())),
          Map.of());

  @Test
  void noArrayStaysOpenAndNativeMemoryIsFlat() throws Exception {
    AtomicInteger open = new AtomicInteger();
    AtomicReference<NDManager> lasting = new AtomicReference<>();
    Images counting =
        new Images(Batchifier.STACK) {
          @Override
          public NDList processInput(TranslatorContext context, float[] pixels) throws Exception {
            lasting.set(context.getPredictorManager());
            // Told by the manager when it closes its arrays.
            open.incrementAndGet();
            context.getNDManager().attachInternal("count", open::decrementAndGet);
            return super.processInput(context, pixels);
          }

          @Override
          public String processOutput(TranslatorContext context, NDList outputs) {
            List<NDArray> managed = context.getNDManager().getManagedArrays();
            assertThat(managed).hasSize(2);
            return "";
          }
        };
    Prediction large =
        Prediction.of(Map.of("y", Tensor.of(new float[1000], 1000)), List.of(), "cpu");
    try (TranslatedModel<float[], String> model =
        TranslatedModel.of(new FakeInference(Map.of(MODEL, sample -> large)), MODEL, counting)) {
      for (int i = 0; i < PREDICTIONS / 2; i += BATCH) {
        for (int k = 0; k < BATCH; k++) {
          model.predict(new float[6], Urgency.BULK);
        }
        model.batchPredict(Collections.nCopies(BATCH, new float[6]), Urgency.BULK);
      }
      assertThat(open).hasValue(0);
      assertThat(lasting.get().getManagedArrays()).isEmpty();
    }
    // 10,000 answers of 4 kB would be 40 MB.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(direct()).isLessThan(4 << 20);
            });
  }

  /** Bytes of the buffers outside the heap, over which arrays are made. */
  private static long direct() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
