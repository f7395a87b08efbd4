package org.nightjar.onnx.quantise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nightjar.onnx.model.Tensor;

class RoundingTest {

  @Test
  void zeroIsAlwaysAByte() {
    assertThat(Scale.of("x", new Range(-1, 1.55))).isEqualTo(new Scale("x", 0.01f, 100));
    assertThat(Scale.of("x", new Range(2, 5.1))).isEqualTo(new Scale("x", 0.02f, 0));
    assertThat(Scale.of("x", new Range(-5.1, -2))).isEqualTo(new Scale("x", 0.02f, 255));
    assertThat(Scale.of("x", new Range(0, 0))).isEqualTo(new Scale("x", 1, 0));
    assertThat(Scale.of("x", new Range(0, 1e-30)).step()).isEqualTo(0x1p-60f);
  }

  @Test
  void everyWeightIsRestoredToHalfAStepOfItsChannel() {
    Random random = new Random(1);
    float[] values = new float[4 * 3 * 5];
    for (int index = 0; index < values.length; index++) {
      values[index] = (float) (random.nextGaussian() * Math.pow(10, index / 15 % 4));
    }
    for (int axis : new int[] {0, 1}) {
      Tensor weight = Tensor.floats("", values, 4, 3, 5);
      QuantisedWeights rounded = QuantisedWeights.of(weight, Optional.empty(), axis, 127, 1);
      int channels = axis == 0 ? 4 : 3;
      assertThat(rounded.steps()).hasSize(channels);
      byte[] bytes = rounded.weight().data().toArray();
      int largest = 0;
      for (int index = 0; index < values.length; index++) {
        float step = rounded.steps()[axis == 0 ? index / 15 : index / 5 % 3];
        assertThat((double) bytes[index] * step).isCloseTo(values[index], within(step * 0.5000001));
        largest = Math.max(largest, Math.abs(bytes[index]));
      }
      assertThat(largest).isEqualTo(127);
    }
  }

  @Test
  void sevenBitsStayWithinSixtyThree() {
    Tensor weight = Tensor.floats("", new float[] {-63, 32.4f}, 1, 2, 1);
    assertThat(QuantisedWeights.of(weight, Optional.empty(), 0, 63, 1).weight().data().toArray())
        .containsExactly(-63, 32);
  }

  @Test
  void aBiasHasTheStepOfTheProducts() {
    Tensor weight = Tensor.floats("", new float[] {127, 254}, 2, 1, 1);
    QuantisedWeights rounded =
        QuantisedWeights.of(weight, Optional.of(new float[] {3, -8}), 0, 127, 0.5f);
    assertThat(rounded.steps()).containsExactly(1, 2);
    assertThat(rounded.biasSteps()).containsExactly(0.5f, 1);
    assertThat(rounded.bias().orElseThrow().ints()).containsExactly(6, -8);
  }

  @Test
  void aBiasFarLargerThanItsWeightsStillFits() {
    Tensor weight = Tensor.floats("", new float[] {1e-20f, 0}, 2, 1, 1);
    float[] bias = {1000, -7};
    QuantisedWeights rounded = QuantisedWeights.of(weight, Optional.of(bias), 0, 127, 0.01f);
    int[] whole = rounded.bias().orElseThrow().ints();
    for (int channel = 0; channel < 2; channel++) {
      assertThat(Math.abs(whole[channel])).isLessThanOrEqualTo((1 << 30) + 100);
      assertThat(whole[channel] * (double) rounded.biasSteps()[channel])
          .isCloseTo(bias[channel], within(1e-4));
    }
    assertThat(rounded.weight().data().toArray()).containsExactly(0, 0);
  }
}
