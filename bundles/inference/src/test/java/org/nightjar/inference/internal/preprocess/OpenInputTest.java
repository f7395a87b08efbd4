package org.nightjar.inference.internal.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Tensor;

/** Networks that take images of any size. */
class OpenInputTest {
  private static final List<Step> TO_16 =
      List.of(new Multiple(16, Side.CENTRE, new Border(Border.Kind.REFLECT, 0)));

  private static InputSpec input(
      String name, List<Step> steps, List<String> channels, String... axes) {
    List<Integer> shape = new ArrayList<>(List.of(channels.size()));
    List<String> names = new ArrayList<>(List.of(""));
    for (String axis : axes) {
      boolean fixed = Character.isDigit(axis.charAt(0));
      shape.add(fixed ? Integer.parseInt(axis) : InputSpec.OPEN);
      names.add(fixed ? "" : axis);
    }
    return new InputSpec(name, shape, names, Layout.CHANNELS_FIRST, channels, steps);
  }

  private static Tensor image(int rows, int columns) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return Tensor.of(values, rows, columns);
  }

  private static Preprocessing.Prepared prepare(Map<String, Tensor> channels, InputSpec... inputs)
      throws NightjarException {
    return new Preprocessing(List.of(inputs)).prepare(new Sample(channels));
  }

  @Test
  void theSampleChoosesTheSize() throws NightjarException {
    InputSpec input = input("x", List.of(), List.of("a", "b"), "rows", "columns");
    Preprocessing.Prepared prepared = prepare(Map.of("a", image(2, 3), "b", image(2, 3)), input);
    assertThat(prepared.shapes()).containsExactly(List.of(2, 2, 3));
    assertThat(prepared.inputs().get(0)).containsExactly(0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5);
    assertThat(prepared.frame().isEmpty()).isTrue();
    assertThat(prepared.frame().spans()).containsOnlyKeys("rows", "columns");
  }

  @Test
  void channelsMayLieLast() throws NightjarException {
    InputSpec input =
        new InputSpec(
            "x",
            List.of(-1, -1, 2),
            List.of("rows", "columns", ""),
            Layout.CHANNELS_LAST,
            List.of("a", "b"),
            TO_16);
    Preprocessing.Prepared prepared =
        prepare(Map.of("a", image(16, 20), "b", image(16, 20)), input);
    assertThat(prepared.shapes()).containsExactly(List.of(16, 32, 2));
    assertThat(prepared.frame().spans().get("columns")).isEqualTo(new Span(6, 20, 32));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "15, 17", "16, 16", "33, 47", "100, 3"})
  void whatComesOutLikeItWentInIsTheSampleAgain(int rows, int columns) throws NightjarException {
    InputSpec input = input("x", TO_16, List.of("a"), "rows", "columns");
    Preprocessing.Prepared prepared = prepare(Map.of("a", image(rows, columns)), input);
    int[] shape = prepared.shapes().get(0).stream().mapToInt(Integer::intValue).toArray();
    assertThat(shape[1] % 16 + shape[2] % 16).isZero();
    Tensor network = Tensor.of(prepared.inputs().get(0), shape);
    Tensor back = prepared.frame().crop(network, input.axes());
    assertThat(back.shape()).containsExactly(1, rows, columns);
    assertThat(back.values()).isEqualTo(image(rows, columns).values());
  }

  @Test
  void oneAxisMayBeOpenAlone() throws NightjarException {
    InputSpec input = input("x", TO_16, List.of("a"), "16", "columns");
    assertThat(prepare(Map.of("a", image(16, 17)), input).shapes())
        .containsExactly(List.of(1, 16, 32));
    assertThatThrownBy(() -> prepare(Map.of("a", image(17, 17)), input))
        .hasMessageContaining("a is 32 x 32 pixels after preprocessing, the model takes 16 x any");
  }

  @Test
  void networksAreTriedAtASizeThatTheyTake() {
    InputSpec fixed = new InputSpec("f", List.of(2), Layout.FEATURES, List.of("m", "n"), List.of());
    InputSpec sixteen = input("x", TO_16, List.of("a"), "rows", "columns");
    InputSpec twelve =
        input("y", List.of(new Multiple(12, Side.END, Border.of(0))), List.of("b"), "5", "columns");
    assertThat(new Preprocessing(List.of(fixed, sixteen)).nominalShapes())
        .containsExactly(List.of(2), List.of(1, 64, 64));
    assertThat(new Preprocessing(List.of(sixteen, twelve)).nominalShapes())
        .containsExactly(List.of(1, 96, 96), List.of(1, 5, 96));
    InputSpec odd =
        input("z", List.of(new Multiple(4095, Side.END, Border.of(0))), List.of("c"), "s", "s");
    assertThat(new Preprocessing(List.of(sixteen, odd)).nominalShapes().get(1))
        .containsExactly(1, 4095, 4095);
  }

  @Test
  void channelsOfOneInputHaveOneSize() {
    InputSpec input = input("x", TO_16, List.of("a", "b"), "rows", "columns");
    assertThatThrownBy(() -> prepare(Map.of("a", image(16, 16), "b", image(16, 17)), input))
        .hasMessageContaining(
            "BAD_ARGUMENT: b is 16 x 32 pixels after preprocessing, a is 16 x 16");
  }

  @Test
  void channelsThatPaddingMadeAlikeAreRefused() {
    InputSpec input = input("x", TO_16, List.of("a", "b"), "rows", "columns");
    assertThatThrownBy(() -> prepare(Map.of("a", image(30, 32), "b", image(31, 32)), input))
        .hasMessageContaining(
            "'rows' is 30 padded to 32 in the rows of a, but 31 padded to 32 in the rows of b");
  }

  @Test
  void oneWordIsOneExtentInAllInputs() throws NightjarException {
    InputSpec x = input("x", List.of(), List.of("a"), "rows", "columns");
    InputSpec y = input("y", List.of(), List.of("b"), "rows", "width");
    Preprocessing.Prepared prepared = prepare(Map.of("a", image(2, 3), "b", image(2, 5)), x, y);
    assertThat(prepared.frame().spans()).containsOnlyKeys("rows", "columns", "width");
    assertThatThrownBy(() -> prepare(Map.of("a", image(2, 3), "b", image(4, 3)), x, y))
        .hasMessageContaining("'rows' is 2 in the rows of a, but 4 in the rows of b");
    InputSpec square = input("x", List.of(), List.of("a"), "side", "side");
    assertThatThrownBy(() -> prepare(Map.of("a", image(2, 3)), square))
        .hasMessageContaining("'side' is 2 in the rows of a, but 3 in the columns of a");
  }

  @Test
  void anImageOfWhichNothingIsLeftIsRefused() {
    InputSpec input =
        input(
            "x",
            List.of(new Pad(9, 9, Side.START, 0), new Crop(4, 4, Side.START)),
            List.of("a"),
            "rows",
            "columns");
    assertThatThrownBy(() -> prepare(Map.of("a", image(2, 2)), input))
        .hasMessageContaining("nothing of a is left after preprocessing");
  }
}
