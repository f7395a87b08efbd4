package org.nightjar.inference.internal.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nightjar.api.inference.Tensor;

class FrameTest {
  private static final Frame FRAME =
      new Frame(Map.of("rows", new Span(1, 2, 4), "columns", new Span(0, 2, 3)));

  private static Tensor counted(int... shape) {
    int size = 1;
    for (int extent : shape) {
      size *= extent;
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = i;
    }
    return Tensor.of(values, shape);
  }

  private static float[] values(Tensor tensor) {
    float[] values = new float[tensor.size()];
    tensor.values().get(values);
    return values;
  }

  @Test
  void cutsMasksBack() {
    Tensor cut = FRAME.crop(counted(4, 3), List.of("rows", "columns"));
    assertThat(cut.shape()).containsExactly(2, 2);
    assertThat(values(cut)).containsExactly(3, 4, 6, 7);
  }

  @Test
  void cutsWhereverTheAxesAre() {
    Tensor first = FRAME.crop(counted(2, 4, 3), List.of("", "rows", "columns"));
    assertThat(first.shape()).containsExactly(2, 2, 2);
    assertThat(values(first)).containsExactly(3, 4, 6, 7, 15, 16, 18, 19);
    Tensor last = FRAME.crop(counted(4, 3, 2), List.of("rows", "columns", ""));
    assertThat(last.shape()).containsExactly(2, 2, 2);
    assertThat(values(last)).containsExactly(6, 7, 8, 9, 12, 13, 14, 15);
    assertThat(values(FRAME.crop(counted(4), List.of("rows")))).containsExactly(1, 2);
    assertThat(values(FRAME.crop(counted(3, 4), List.of("columns", "rows"))))
        .containsExactly(1, 2, 5, 6);
  }

  @Test
  void leavesOutputsWithoutOpenAxes() {
    Tensor score = counted(1);
    assertThat(FRAME.crop(score, List.of(""))).isSameAs(score);
    Tensor mask = counted(4, 3);
    assertThat(FRAME.crop(mask, List.of("", ""))).isSameAs(mask);
    Frame whole = new Frame(Map.of("rows", Span.whole(4)));
    assertThat(whole.isEmpty()).isTrue();
    assertThat(whole.crop(mask, List.of("rows", ""))).isSameAs(mask);
    assertThat(Frame.NONE.crop(mask, List.of())).isSameAs(mask);
  }

  @Test
  void tellsTheExtents() {
    List<Integer> open = List.of(2, -1, -1);
    List<String> axes = List.of("", "rows", "columns");
    assertThat(FRAME.padded(open, axes)).containsExactly(2, 4, 3);
    assertThat(FRAME.own(open, axes)).containsExactly(2, 2, 2);
    assertThat(Frame.NONE.padded(List.of(5), List.of())).containsExactly(5);
  }

  @Test
  void refusesAnOutputOfAnotherSize() {
    assertThatThrownBy(() -> FRAME.crop(counted(5, 3), List.of("rows", "columns")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has not the extent 4 for rows");
    assertThatThrownBy(() -> FRAME.crop(counted(5, 3), List.of("rows")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
