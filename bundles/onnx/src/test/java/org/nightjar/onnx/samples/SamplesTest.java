package org.nightjar.onnx.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nightjar.onnx.Engine;
import org.nightjar.onnx.Noise;
import org.nightjar.onnx.OnnxReader;
import org.nightjar.onnx.OnnxWriter;
import org.nightjar.onnx.model.ElementType;
import org.nightjar.onnx.model.OnnxModel;
import org.nightjar.onnx.model.Tensor;

class SamplesTest {
  @Test
  void theSmallCnnGivesProbabilityLogitAndLatent() throws Exception {
    OnnxModel model = SmallCnn.network(1);
    assertThat(parameters(model)).isEqualTo(171_609);
    Map<String, Tensor> outputs = Engine.run(model, Map.of("image", Noise.normal(2, 5, 3, 51, 51)));
    assertThat(outputs.keySet()).containsExactly("probability", "logit", "latent");
    assertThat(outputs.get("latent").dims()).containsExactly(5L, 28L);
    float[] logits = outputs.get("logit").floats();
    float[] probabilities = outputs.get("probability").floats();
    for (int sample = 0; sample < 5; sample++) {
      double expected = 1 / (1 + Math.exp(-logits[sample]));
      assertThat((double) probabilities[sample]).isCloseTo(expected, within(1e-6));
    }
    assertThat(probabilities[0]).isNotEqualTo(probabilities[1]);
  }

  @Test
  void theResNetHasItsParametersAndFiniteLogits() throws Exception {
    OnnxModel model = ResNet18.network(1);
    assertThat(parameters(model)).isBetween(11_170_000L, 11_200_000L);
    Tensor logits =
        Engine.run(model, Map.of("image", Noise.normal(2, 2, 3, 100, 100))).get("logits");
    assertThat(logits.dims()).containsExactly(2L, 10L);
    for (float logit : logits.floats()) {
      assertThat(Math.abs(logit)).isBetween(1e-6f, 100f);
    }
  }

  @Test
  void theUNetTakesAnySizeThatIsAMultipleOfEight() throws Exception {
    OnnxModel model = UNet.network(1);
    assertThat(parameters(model)).isEqualTo(1_946_305);
    assertThat(model.metadata()).containsEntry("sizeMultiple", "8");
    try (Engine engine = Engine.load(model)) {
      Tensor mask = engine.run(Map.of("image", Noise.normal(2, 2, 1, 64, 96))).get("mask");
      assertThat(mask.dims()).containsExactly(2L, 1L, 64L, 96L);
      assertThat(engine.run(Map.of("image", Noise.normal(2, 1, 1, 8, 16))).get("mask").dims())
          .containsExactly(1L, 1L, 8L, 16L);
      assertThat(engine.metadata()).containsEntry("seed", "1");
    }
  }

  @Test
  void aSeedGivesTheSameFile() throws Exception {
    byte[] file = OnnxWriter.bytes(UNet.network(3, 8, 3));
    assertThat(OnnxWriter.bytes(UNet.network(3, 8, 3))).isEqualTo(file);
    assertThat(OnnxWriter.bytes(UNet.network(4, 8, 3))).isNotEqualTo(file);
  }

  @Test
  void whatIsWrittenReadsBackAsItWas() throws Exception {
    for (OnnxModel model :
        new OnnxModel[] {SmallCnn.network(1), ResNet18.network(1), UNet.network(1)}) {
      assertThat(OnnxReader.read(OnnxWriter.bytes(model), "sample")).isEqualTo(model);
    }
  }

  /** Weights that are learned, the statistics of batch normalisation among them. */
  private static long parameters(OnnxModel model) {
    return model.graph().initialisers().stream()
        .filter(tensor -> tensor.type() == ElementType.FLOAT && !tensor.name().endsWith("scales"))
        .mapToLong(Tensor::elements)
        .sum();
  }
}
