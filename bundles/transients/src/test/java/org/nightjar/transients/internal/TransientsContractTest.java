package org.nightjar.transients.internal;

import java.util.List;
import java.util.Map;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;
import org.nightjar.api.product.Product;
import org.nightjar.api.task.BatchTask;
import org.nightjar.testkit.BatchTaskContract;
import org.nightjar.testkit.FakeModel;
import org.nightjar.testkit.TestPlatform;
import org.nightjar.testkit.TestSettings;

class TransientsContractTest extends BatchTaskContract {

  private static final ModelInfo MODEL =
      FakeModel.info("net", "transients", "drb", List.of("science", "difference"));

  @Override
  protected BatchTask batchTask() {
    return new Transients(TestSettings.defaults(TransientsSettings.class));
  }

  @Override
  protected List<Product> products() {
    return List.of(Packets.good(), Packets.bare().build());
  }

  @Override
  protected TestPlatform platform(TestPlatform bare) {
    return bare.with(MODEL, TransientsContractTest::firstPixel);
  }

  /** Depends on the pixels, and is not finite where they are not. */
  private static Prediction firstPixel(Sample sample) {
    float score = sample.channels().get("science").at(0) / 2000;
    return Prediction.of(
        Map.of("drb", Tensor.of(new float[] {score}, 1)), List.of("padded"), "cpu");
  }
}
