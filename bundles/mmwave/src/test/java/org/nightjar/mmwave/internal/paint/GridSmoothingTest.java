package org.nightjar.mmwave.internal.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.mmwave.FlatUniverse;
import org.nightjar.mmwave.sz.Arnaud2010;
import org.nightjar.mmwave.sz.Cluster;
import org.nightjar.mmwave.sz.ClusterPhysics;
import org.nightjar.mmwave.sz.RadialProfile;

class GridSmoothingTest {
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

  /** The integral of a profile over the plane, weighted with a Gaussian about a point. */
  private static double around(RadialProfile profile, double distance, boolean weighted) {
    double sum = 0;
    int rings = 4000;
    int spokes = weighted ? 64 : 1;
    for (int i = 0; i < rings; i++) {
      double t = (i + 0.5) / rings;
      double radius = profile.cut() * t * t;
      double area = 2 * Math.PI / spokes * radius * profile.cut() * 2 * t / rings;
      for (int j = 0; j < spokes; j++) {
        double x = radius * Math.cos(2 * Math.PI * j / spokes) - distance;
        double y = radius * Math.sin(2 * Math.PI * j / spokes);
        double weight = weighted ? Math.exp(-0.5 * (x * x + y * y)) / (2 * Math.PI) : 1;
        sum += area * weight * profile.at(radius);
      }
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0", "0.5, 1.5", "2, 0", "2, 0.7", "2, 4", "2, 9", "5, 0", "5, 3", "5, 12"})
  void isTheConvolution(double theta500, double distance) {
    RadialProfile profile = shape(theta500);
    assertThat(GridSmoothing.of(profile).at(distance))
        .isCloseTo(around(profile, distance, true), within(3e-4));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 80.0, 80.0", "2, 80.3, 79.6", "4, 80.5, 80.5", "12, 79.2, 80.7"})
  void totalAndPlaceAreKept(double theta500, double x, double y) {
    RadialProfile profile = shape(theta500);
    double[] moments = new double[3];
    new ProfilePainter(SIDE, SIDE)
        .paint(
            GridSmoothing.of(profile),
            x,
            y,
            (index, value) -> {
              moments[0] += value;
              moments[1] += value * (index % SIDE);
              moments[2] += value * Math.floorDiv(index, SIDE);
            });
    assertThat(moments[0] / around(profile, 0, false)).isCloseTo(1, within(1e-3));
    assertThat(moments[1] / moments[0]).isCloseTo(x, within(1e-3));
    assertThat(moments[2] / moments[0]).isCloseTo(y, within(1e-3));
  }

  @Test
  void whatIsOutsideIsLeftOut() {
    float[] map = new float[SIDE * SIDE];
    ProfilePainter painter = new ProfilePainter(SIDE, SIDE);
    RadialProfile profile = GridSmoothing.of(shape(4));
    painter.paint(profile, -500, 30, (index, value) -> map[index] += (float) value);
    assertThat(map).containsOnly(0);
    painter.paint(profile, -3, 30, (index, value) -> map[index] += (float) value);
    assertThat(map[30 * SIDE]).isGreaterThan(0.05f);
    assertThat(map[30 * SIDE + SIDE - 1]).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 3.7, 3.8, 12, 300})
  void besselFunctions(double x) {
    double sum = 0;
    int steps = 20_000;
    for (int i = 0; i < steps; i++) {
      sum += Math.exp(x * (Math.cos(Math.PI * (i + 0.5) / steps) - 1)) / steps;
    }
    assertThat(GridSmoothing.scaledBessel(x) / sum).isCloseTo(1, within(1e-6));
  }
}
