package org.nightjar.inference.internal.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;

class StepsTest {
  private static final float NAN = Float.NaN;
  private static final float INF = Float.POSITIVE_INFINITY;

  private final List<String> notes = new ArrayList<>();

  private Plane apply(Step step, int rows, int columns, float... values) {
    Plane plane = new Plane(values, rows, columns);
    try {
      step.apply(plane, 0, notes::add);
    } catch (NightjarException e) {
      throw new AssertionError(e);
    }
    return plane;
  }

  private static Constant fixed(Double... values) {
    return new Constant.Fixed(List.of(values));
  }

  @Test
  void fillReplacesWhatIsNotFinite() {
    assertThat(apply(new Fill(fixed(-1.0)), 2, 2, 1, NAN, INF, -INF).values())
        .containsExactly(1, -1, -1, -1);
    assertThat(notes).containsExactly("3 non-finite pixels filled with -1.0");
  }

  @Test
  void fillWithAStatisticOfTheFinitePixels() {
    Step mean = new Fill(new Constant.Measured(Statistic.MEAN));
    Step median = new Fill(new Constant.Measured(Statistic.MEDIAN));
    assertThat(apply(mean, 1, 4, 1, NAN, 2, 9).values()).containsExactly(1, 4, 2, 9);
    assertThat(apply(median, 1, 4, 1, NAN, 2, 9).values()).containsExactly(1, 2, 2, 9);
    assertThat(apply(median, 1, 3, 1, NAN, 2).values()).containsExactly(1, 1.5f, 2);
    assertThat(apply(mean, 1, 2, NAN, NAN).values()).containsExactly(0, 0);
  }

  @Test
  void fillSaysNothingWhenAllIsFinite() {
    apply(new Fill(fixed(0.0)), 1, 2, 1, 2);
    assertThat(notes).isEmpty();
  }

  @Test
  void clipLimitsAndKeepsNan() {
    assertThat(apply(new Clip(-1, 2), 1, 5, -5, 0, 7, INF, NAN).values())
        .containsExactly(-1, 0, 2, 2, NAN);
  }

  @Test
  void scaleByConstants() {
    assertThat(apply(new Scale(fixed(10.0), fixed(4.0)), 1, 2, 10, 18).values())
        .containsExactly(0, 2);
  }

  @Test
  void scaleTakesTheConstantOfTheChannel() {
    Plane plane = new Plane(new float[] {10, 20}, 1, 2);
    new Scale(fixed(1.0, 10.0), fixed(1.0, 5.0)).apply(plane, 1, notes::add);
    assertThat(plane.values()).containsExactly(0, 2);
  }

  @Test
  void scaleByTheImagesOwnMeanAndDeviation() {
    // mean 5, squared differences 9 1 1 9, population deviation sqrt(5)
    float[] scaled =
        apply(
                new Scale(
                    new Constant.Measured(Statistic.MEAN), new Constant.Measured(Statistic.STD)),
                1,
                4,
                2,
                4,
                6,
                8)
            .values();
    float step = (float) (1 / Math.sqrt(5));
    assertThat(scaled)
        .containsExactly(new float[] {-3 * step, -step, step, 3 * step}, within(1e-7f));
  }

  @Test
  void aConstantImageScalesToZero() {
    Step standard =
        new Scale(new Constant.Measured(Statistic.MEAN), new Constant.Measured(Statistic.STD));
    assertThat(apply(standard, 1, 3, 7, 7, 7).values()).containsExactly(0, 0, 0);
  }

  @Test
  void normaliseRowsColumnsAndImage() {
    float[] image = {3, 4, 0, 0};
    assertThat(apply(l2(Normalise.Axis.ROW), 2, 2, image.clone()).values())
        .containsExactly(0.6f, 0.8f, 0, 0);
    assertThat(apply(l2(Normalise.Axis.COLUMN), 2, 2, image.clone()).values())
        .containsExactly(1, 1, 0, 0);
    assertThat(apply(l2(Normalise.Axis.IMAGE), 2, 2, 2, 4, 5, 6).values())
        .containsExactly(2 / 9f, 4 / 9f, 5 / 9f, 6 / 9f);
  }

  @Test
  void normaliseByTheLargestAbsoluteValue() {
    Step max = new Normalise(Normalise.Norm.MAX, Normalise.Axis.ROW, 0);
    assertThat(apply(max, 2, 2, -4, 2, 1, 2).values()).containsExactly(-1, 0.5f, 0.5f, 1);
  }

  @Test
  void normaliseLeavesWhatIsBelowEpsilonAndIgnoresNan() {
    Step step = new Normalise(Normalise.Norm.L2, Normalise.Axis.ROW, 0.1);
    assertThat(apply(step, 2, 3, 0.01f, 0.02f, 0, 3, NAN, 4).values())
        .containsExactly(0.01f, 0.02f, 0, 0.6f, NAN, 0.8f);
  }

  @Test
  void aRowBeyondSinglePrecisionBecomesZeroAsInThePipelinesThatTrained() {
    float[] values = apply(l2(Normalise.Axis.ROW), 2, 3, 5, -Float.MAX_VALUE, 7, 3, 0, 4).values();
    assertThat(values).containsExactly(0, -0f, 0, 0.6f, 0, 0.8f);
    assertThat(notes).containsExactly("absurd values: 1 rows were set to 0 by normalisation");
  }

  @Test
  void noNormIsNoChange() {
    Step none = new Normalise(Normalise.Norm.NONE, Normalise.Axis.IMAGE, 0);
    assertThat(apply(none, 1, 2, 3, 4).values()).containsExactly(3, 4);
  }

  @Test
  void cropKeepsTheSideThatIsNamed() {
    float[] image = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    assertThat(apply(new Crop(1, 2, Side.START), 3, 4, image.clone()).values())
        .containsExactly(1, 2);
    assertThat(apply(new Crop(1, 2, Side.CENTRE), 3, 4, image.clone()).values())
        .containsExactly(6, 7);
    assertThat(apply(new Crop(1, 2, Side.END), 3, 4, image.clone()).values())
        .containsExactly(11, 12);
    assertThat(notes).last().isEqualTo("cropped from 3 x 4 to 1 x 2, end kept");
  }

  @Test
  void padAddsAtTheSideThatIsNamed() {
    assertThat(apply(new Pad(2, 3, Side.END, 9), 1, 2, 1, 2).values())
        .containsExactly(1, 2, 9, 9, 9, 9);
    assertThat(apply(new Pad(2, 3, Side.START, 9), 1, 2, 1, 2).values())
        .containsExactly(9, 9, 9, 9, 1, 2);
    assertThat(apply(new Pad(3, 4, Side.CENTRE, 0), 1, 2, 1, 2).values())
        .containsExactly(0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0);
    assertThat(notes).first().isEqualTo("padded from 1 x 2 to 2 x 3 at the end with 9.0");
  }

  @Test
  void padAndCropLeaveTheOtherAxisAlone() {
    Plane plane = apply(new Pad(2, 2, Side.END, 0), 1, 3, 1, 2, 3);
    assertThat(plane.size()).isEqualTo("2 x 3");
    new Crop(2, 2, Side.START).apply(plane, 0, notes::add);
    assertThat(plane.values()).containsExactly(1, 2, 0, 0);
  }

  @Test
  void stretchIsOddAndExact() {
    float[] asinh = apply(new Stretch(Stretch.Curve.ASINH, 2), 1, 3, 2, -2, 0).values();
    float one = (float) Math.log(1 + Math.sqrt(2));
    assertThat(asinh).containsExactly(new float[] {one, -one, 0}, within(1e-7f));
    float[] log = apply(new Stretch(Stretch.Curve.LOG, 1), 1, 2, 1, -3).values();
    assertThat(log)
        .containsExactly(new float[] {(float) Math.log(2), -(float) Math.log(4)}, within(1e-7f));
  }

  private static Step l2(Normalise.Axis axis) {
    return new Normalise(Normalise.Norm.L2, axis, 0);
  }
}
