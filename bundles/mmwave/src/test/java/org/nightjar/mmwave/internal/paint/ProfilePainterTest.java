package org.nightjar.mmwave.internal.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.mmwave.FlatUniverse;
import org.nightjar.mmwave.sz.Arnaud2010;
import org.nightjar.mmwave.sz.Cluster;
import org.nightjar.mmwave.sz.ClusterPhysics;
import org.nightjar.mmwave.sz.RadialProfile;

class ProfilePainterTest {
  private static final int SIDE = 160;

  /** The shape of a cluster whose R500 is this many pixels, 1 in the middle. */
  private static RadialProfile shape(double theta500) {
    FlatUniverse universe = new FlatUniverse(70, 0.3);
    RadialProfile profile =
        ClusterPhysics.of(universe, new Arnaud2010(universe))
            .signal(Cluster.of(1, 0, 0, 3e14, 0.5))
            .compton();
    float[] values = profile.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] /= profile.values()[0];
    }
    return new RadialProfile(values, 5 * theta500);
  }

  /** The integral over the plane, in pixels. */
  private static double volume(RadialProfile profile) {
    double sum = 0;
    int rings = 20_000;
    for (int i = 0; i < rings; i++) {
      double t = (i + 0.5) / rings;
      double radius = profile.cut() * t * t;
      sum += 2 * Math.PI * radius * profile.at(radius) * profile.cut() * 2 * t / rings;
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"0.7, 80.0, 80.0", "2, 80.3, 79.6", "4, 80.5, 80.5", "12, 79.2, 80.7"})
  void totalAndPlaceAreKept(double theta500, double x, double y) {
    RadialProfile profile = shape(theta500);
    double[] moments = new double[3];
    new ProfilePainter(SIDE, SIDE)
        .paint(
            profile,
            x,
            y,
            (index, mean) -> {
              moments[0] += mean;
              moments[1] += mean * (index % SIDE);
              moments[2] += mean * Math.floorDiv(index, SIDE);
            });
    assertThat(moments[0] / volume(profile)).isCloseTo(1, within(2e-3));
    // What pixels leave of a place: compact clusters have waves shorter than two pixels.
    assertThat(moments[1] / moments[0]).isCloseTo(x, within(1e-2));
    assertThat(moments[2] / moments[0]).isCloseTo(y, within(1e-2));
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "4", "8"})
  void theMiddlePixelIsAMean(double theta500) {
    RadialProfile profile = shape(theta500);
    double[] middle = new double[1];
    new ProfilePainter(SIDE, SIDE)
        .paint(
            profile,
            80.2,
            79.9,
            (index, mean) -> middle[0] = index == 80 * SIDE + 80 ? mean : middle[0]);
    double sum = 0;
    int parts = 400;
    for (int i = 0; i < parts; i++) {
      for (int j = 0; j < parts; j++) {
        sum += profile.at(Math.hypot((i + 0.5) / parts - 0.5 - 0.2, (j + 0.5) / parts - 0.5 + 0.1));
      }
    }
    assertThat(middle[0] / (sum / parts / parts)).isCloseTo(1, within(2e-3));
    assertThat(middle[0]).isLessThan(1);
  }

  @Test
  void whatIsOutsideIsLeftOut() {
    float[] map = new float[SIDE * SIDE];
    ProfilePainter painter = new ProfilePainter(SIDE, SIDE);
    painter.paint(shape(4), -500, 30, (index, mean) -> map[index] += (float) mean);
    assertThat(map).containsOnly(0);
    painter.paint(shape(4), -3, 30, (index, mean) -> map[index] += (float) mean);
    assertThat(map[30 * SIDE]).isGreaterThan(0.05f);
    assertThat(map[30 * SIDE + SIDE - 1]).isZero();
  }
}
