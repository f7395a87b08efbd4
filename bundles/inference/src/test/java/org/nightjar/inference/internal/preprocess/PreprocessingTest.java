package org.nightjar.inference.internal.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;

class PreprocessingTest {
  private static final Map<String, Tensor> TWO =
      Map.of(
          "a", Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3),
          "b", Tensor.of(new float[] {10, 20, 30, 40, 50, 60}, 2, 3));

  private static InputSpec input(Layout layout, List<Integer> shape, String... channels) {
    return new InputSpec("x", shape, layout, List.of(channels), List.of());
  }

  private static Preprocessing.Prepared prepare(InputSpec input, Map<String, Tensor> channels)
      throws NightjarException {
    return new Preprocessing(List.of(input)).prepare(new Sample(channels));
  }

  @Test
  void channelsLieAsTheLayoutSays() throws NightjarException {
    assertThat(
            prepare(input(Layout.CHANNELS_LAST, List.of(2, 3, 2), "b", "a"), TWO).inputs().get(0))
        .containsExactly(10, 1, 20, 2, 30, 3, 40, 4, 50, 5, 60, 6);
    assertThat(
            prepare(input(Layout.CHANNELS_FIRST, List.of(2, 2, 3), "a", "b"), TWO).inputs().get(0))
        .containsExactly(1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60);
  }

  @Test
  void numbersGoByTheirChannelNames() throws NightjarException {
    Map<String, Tensor> numbers =
        Map.of("mag", Tensor.of(new float[] {18.5f}), "fwhm", Tensor.of(new float[] {2.1f}));
    assertThat(prepare(input(Layout.FEATURES, List.of(2), "fwhm", "mag"), numbers).inputs().get(0))
        .containsExactly(2.1f, 18.5f);
  }

  @Test
  void theSampleIsNotChanged() throws NightjarException {
    InputSpec input =
        new InputSpec("x", List.of(2, 3), Layout.SINGLE, List.of("a"), List.of(new Clip(0, 1)));
    prepare(input, TWO);
    assertThat(TWO.get("a").at(5)).isEqualTo(6);
  }

  @Test
  void notesNameTheChannel() throws NightjarException {
    InputSpec input =
        new InputSpec(
            "x", List.of(3, 3), Layout.SINGLE, List.of("a"), List.of(new Pad(3, 3, Side.END, 0)));
    assertThat(prepare(input, TWO).notes())
        .containsExactly("a: padded from 2 x 3 to 3 x 3 at the end with 0.0");
  }

  @Test
  void aMissingChannelIsNamed() {
    assertThatThrownBy(() -> prepare(input(Layout.SINGLE, List.of(2, 3), "science"), TWO))
        .hasMessageContaining("BAD_ARGUMENT: channel 'science' is missing, the sample has [a, b]");
  }

  @Test
  void aWrongSizeIsRefused() {
    assertThatThrownBy(() -> prepare(input(Layout.SINGLE, List.of(3, 2), "a"), TWO))
        .hasMessageContaining("a is 2 x 3 pixels after preprocessing, the model takes 3 x 2");
  }

  @Test
  void aWrongRankIsRefused() {
    assertThatThrownBy(
            () ->
                prepare(
                    input(Layout.SINGLE, List.of(2, 3), "a"),
                    Map.of("a", Tensor.of(new float[6], 6))))
        .hasMessageContaining("a has shape [6], an image [height, width] is wanted");
    assertThatThrownBy(() -> prepare(input(Layout.FEATURES, List.of(1), "a"), TWO))
        .hasMessageContaining("a single number [] is wanted");
  }

  @Test
  void anEmptyImageIsRefused() {
    assertThatThrownBy(
            () ->
                prepare(
                    input(Layout.SINGLE, List.of(2, 3), "a"),
                    Map.of("a", Tensor.of(new float[0], 0, 3))))
        .hasMessageContaining("a has 0 pixels");
  }

  @Test
  void nanThatNoStepFillsIsRefused() {
    assertThatThrownBy(
            () ->
                prepare(
                    input(Layout.SINGLE, List.of(1, 2), "a"),
                    Map.of("a", Tensor.of(new float[] {1, Float.NaN}, 1, 2))))
        .hasMessageContaining("a holds NaN after preprocessing")
        .hasMessageContaining("Declare a fill step");
  }
}
