package org.nightjar.inference.internal.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;

/** Expected values by numpy 2.4: {@code np.pad(a, ((top, bottom), (left, right)), mode)}. */
class MultipleTest {
  private static final Border EDGE = new Border(Border.Kind.EDGE, 0);
  private static final Border REFLECT = new Border(Border.Kind.REFLECT, 0);

  private final List<String> notes = new ArrayList<>();

  private Plane apply(Step step, int rows, int columns) throws NightjarException {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = i + 1;
    }
    Plane plane = new Plane(values, rows, columns);
    step.apply(plane, 0, notes::add);
    return plane;
  }

  @Test
  void lengthensBothAxesToTheNextMultiple() throws NightjarException {
    Plane plane = apply(new Multiple(4, Side.END, Border.of(9)), 2, 3);
    assertThat(plane.size()).isEqualTo("4 x 4");
    assertThat(plane.values()).containsExactly(1, 2, 3, 9, 4, 5, 6, 9, 9, 9, 9, 9, 9, 9, 9, 9);
    assertThat(plane.ownRows()).isEqualTo(new Span(0, 2, 4));
    assertThat(plane.ownColumns()).isEqualTo(new Span(0, 3, 4));
    assertThat(notes).containsExactly("padded from 2 x 3 to 4 x 4 at the end with 9.0");
  }

  @Test
  void leavesAMultipleAsItIs() throws NightjarException {
    Plane plane = apply(new Multiple(3, Side.END, Border.of(9)), 3, 6);
    assertThat(plane.size()).isEqualTo("3 x 6");
    assertThat(plane.ownRows().isWhole()).isTrue();
    assertThat(notes).isEmpty();
  }

  @Test
  void repeatsTheEdge() throws NightjarException {
    assertThat(apply(new Multiple(4, Side.END, EDGE), 2, 3).values())
        .containsExactly(1, 2, 3, 3, 4, 5, 6, 6, 4, 5, 6, 6, 4, 5, 6, 6);
    assertThat(apply(new Multiple(8, Side.CENTRE, EDGE), 8, 3).values())
        .startsWith(1, 1, 1, 2, 3, 3, 3, 3, 4, 4, 4, 5, 6);
    assertThat(notes)
        .last()
        .isEqualTo("padded from 8 x 3 to 8 x 8 at the centre by repeating the edge");
  }

  @Test
  void reflects() throws NightjarException {
    assertThat(apply(new Multiple(4, Side.END, REFLECT), 2, 3).values())
        .containsExactly(1, 2, 3, 2, 4, 5, 6, 5, 1, 2, 3, 2, 4, 5, 6, 5);
    assertThat(apply(new Multiple(4, Side.CENTRE, REFLECT), 2, 3).values())
        .containsExactly(4, 5, 6, 5, 1, 2, 3, 2, 4, 5, 6, 5, 1, 2, 3, 2);
    assertThat(notes).last().isEqualTo("padded from 2 x 3 to 4 x 4 at the centre by reflection");
  }

  @Test
  void reflectsAgainWhereTheImageIsShorterThanWhatIsMissing() throws NightjarException {
    assertThat(apply(new Multiple(8, Side.END, REFLECT), 1, 3).values())
        .startsWith(1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2);
  }

  @Test
  void whatComesAtTheStartMovesTheImage() throws NightjarException {
    Plane plane = apply(new Multiple(4, Side.START, Border.of(0)), 3, 6);
    assertThat(plane.ownRows()).isEqualTo(new Span(1, 3, 4));
    assertThat(plane.ownColumns()).isEqualTo(new Span(2, 6, 8));
  }

  @Test
  void accountIsKeptThroughSeveralSteps() throws NightjarException {
    Plane plane = apply(new Pad(6, 6, Side.CENTRE, 0), 2, 3);
    new Crop(5, 4, Side.END).apply(plane, 0, notes::add);
    new Multiple(4, Side.CENTRE, EDGE).apply(plane, 0, notes::add);
    assertThat(plane.ownRows()).isEqualTo(new Span(2, 2, 8));
    assertThat(plane.ownColumns()).isEqualTo(new Span(0, 2, 4));
    assertThat(plane.values()[2 * 4]).isEqualTo(2);
  }

  @Test
  void nothingIsLeftOfAnImageThatIsCroppedAway() throws NightjarException {
    Plane plane = apply(new Pad(9, 9, Side.START, 0), 2, 2);
    new Crop(4, 9, Side.START).apply(plane, 0, notes::add);
    assertThat(plane.ownRows().length()).isZero();
    assertThat(plane.ownColumns()).isEqualTo(new Span(7, 2, 9));
  }
}
