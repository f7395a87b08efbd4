package org.nightjar.inference.internal.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;

/** Samples whose preprocessing somebody else has done. */
class PreparedSampleTest {
  private static final InputSpec IMAGE =
      new InputSpec(
          "image",
          List.of(2, -1, 3),
          List.of("", "rows", ""),
          Layout.CHANNELS_FIRST,
          List.of("a", "b"),
          List.of(new Clip(0, 1)));
  private static final InputSpec FEATURES =
      new InputSpec("features", List.of(2), Layout.FEATURES, List.of("m", "n"), List.of());
  private static final Tensor NUMBERS = Tensor.of(new float[] {7, 8}, 2);

  private static Preprocessing.Prepared prepare(Map<String, Tensor> inputs)
      throws NightjarException {
    return new Preprocessing(List.of(IMAGE, FEATURES)).prepare(Sample.prepared(inputs));
  }

  private static void assertRefused(Tensor image, String message) {
    assertThatThrownBy(() -> prepare(Map.of("image", image, "features", NUMBERS)))
        .hasMessageContaining("BAD_ARGUMENT")
        .hasMessageContaining(message);
  }

  @Test
  void nothingIsDoneToThem() throws NightjarException {
    float[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    Preprocessing.Prepared prepared =
        prepare(Map.of("features", NUMBERS, "image", Tensor.of(values, 2, 2, 3)));
    assertThat(prepared.inputs().get(0)).containsExactly(values).isNotSameAs(values);
    assertThat(prepared.inputs().get(1)).containsExactly(7, 8);
    assertThat(prepared.shapes()).containsExactly(List.of(2, 2, 3), List.of(2));
    assertThat(prepared.notes()).isEmpty();
    assertThat(prepared.frame().isEmpty()).isTrue();
    assertThat(prepared.frame().padded(List.of(-1), List.of("rows"))).containsExactly(2);
  }

  @Test
  void inputsGoByTheirNames() {
    assertThatThrownBy(() -> prepare(Map.of("features", NUMBERS)))
        .hasMessageContaining("prepared input 'image' is missing, the sample has [features]");
    assertThatThrownBy(() -> prepare(Map.of("imge", NUMBERS)))
        .hasMessageContaining("the model has no input 'imge', it has [image, features]");
  }

  @Test
  void ranksAndExtentsMustBeTheNetworks() {
    String wanted = ", the network takes [2, rows, 3]";
    assertRefused(Tensor.of(new float[12], 12), "has shape [12]" + wanted);
    assertRefused(Tensor.of(new float[12], 1, 2, 2, 3), "has shape [1, 2, 2, 3]" + wanted);
    assertRefused(Tensor.of(new float[12], 2, 3, 2), "has shape [2, 3, 2]" + wanted);
    assertRefused(Tensor.of(new float[0], 2, 0, 3), "has shape [2, 0, 3]" + wanted);
  }

  @Test
  void allNumbersMustBeFinite() {
    float[] values = new float[12];
    values[7] = Float.NaN;
    assertRefused(Tensor.of(values, 2, 2, 3), "prepared input 'image' holds NaN at index 7");
    values[7] = Float.NEGATIVE_INFINITY;
    assertRefused(Tensor.of(values, 2, 2, 3), "holds -Infinity at index 7");
  }
}
