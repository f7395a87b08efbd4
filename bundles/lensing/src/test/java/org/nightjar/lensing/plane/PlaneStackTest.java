package org.nightjar.lensing.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nightjar.lensing.FlatUniverse;
import org.nightjar.lensing.mass.IsothermalEllipsoid;
import org.nightjar.lensing.mass.MassProfile;
import org.nightjar.lensing.mass.Shear;
import org.nightjar.lensing.mass.Sis;
import org.nightjar.rendering.light.Ellipse;

class PlaneStackTest {
  private static final FlatUniverse UNIVERSE = new FlatUniverse(70, 0.3);
  private static final MassProfile LENS =
      IsothermalEllipsoid.withCore(Ellipse.of(0.1, 0, 0.7, 0.4), 1.2, 0.1);

  @Test
  void emptyPlanesChangeNothing() {
    PlaneStack one = PlaneStack.single(List.of(LENS), List.of(), List.of());
    PlaneStack two = PlaneStack.of(List.of(plane(0.5, LENS), plane(1.5)), UNIVERSE);
    PlaneStack many =
        PlaneStack.of(
            List.of(plane(0.2), plane(1.5), plane(0.5, LENS), plane(0.9), plane(1.2)), UNIVERSE);
    Ray expected = ray(one, 0.8, 1.1);
    for (PlaneStack stack : List.of(two, many)) {
      Ray ray = ray(stack, 0.8, 1.1);
      assertThat(ray.x()).isCloseTo(expected.x(), within(1e-12));
      assertThat(ray.y()).isCloseTo(expected.y(), within(1e-12));
      assertThat(ray.magnification()).isCloseTo(expected.magnification(), within(1e-9));
    }
    double delay = two.arrival(0.8, 1.1) - two.arrival(-0.3, 0.2);
    Ray other = ray(one, -0.3, 0.2);
    assertThat(other.x()).isNotEqualTo(expected.x());
    assertThat(many.arrival(0.8, 1.1) - two.arrival(0.8, 1.1))
        .as("straight lines between the planes take the same time")
        .isCloseTo(0, within(1e-6 * Math.abs(delay)));
  }

  @Test
  void massesAtOneRedshiftAreOnePlane() {
    PlaneStack apart =
        PlaneStack.of(
            List.of(plane(0.5, LENS), plane(0.5, new Sis(0.3, 1, 0)), plane(1.5)), UNIVERSE);
    assertThat(apart.planes()).hasSize(2);
  }

  @Test
  void theMatrixIsTheDerivativeOfTheRay() {
    PlaneStack stack =
        PlaneStack.of(
            List.of(
                plane(0.3, new Sis(0.5, 0.7, 0.2), new Shear(0.05, 0.1, 0, 0)),
                plane(0.5, LENS),
                plane(0.9, new Sis(0.4, -0.5, 0.6)),
                plane(2)),
            UNIVERSE);
    double h = 1e-5;
    double x = 1.3;
    double y = -0.8;
    Ray ray = ray(stack, x, y);
    Ray right = ray(stack, x + h, y);
    Ray left = ray(stack, x - h, y);
    Ray up = ray(stack, x, y + h);
    Ray down = ray(stack, x, y - h);
    assertThat((right.x() - left.x()) / (2 * h)).isCloseTo(ray.xx(), within(1e-8));
    assertThat((right.y() - left.y()) / (2 * h)).isCloseTo(ray.yx(), within(1e-8));
    assertThat((up.x() - down.x()) / (2 * h)).isCloseTo(ray.xy(), within(1e-8));
    assertThat((up.y() - down.y()) / (2 * h)).isCloseTo(ray.yy(), within(1e-8));
    assertThat(ray.xy()).isNotCloseTo(ray.yx(), within(1e-6));
  }

  @Test
  void manyRaysGoWhereOneGoes() {
    PlaneStack stack =
        PlaneStack.of(
            List.of(plane(0.3, new Sis(0.5, 0.7, 0.2)), plane(0.5, LENS), plane(2)), UNIVERSE);
    double[] x = {0.4, -1.1, 2};
    double[] y = {0.9, 0.3, -1};
    double[][] placesX = new double[3][3];
    double[][] placesY = new double[3][3];
    stack.shoot(x, y, 3, placesX, placesY);
    for (int i = 0; i < 3; i++) {
      assertThat(placesX[2][i]).isCloseTo(ray(stack, x[i], y[i]).x(), within(1e-9));
      assertThat(placesY[1][i]).isCloseTo(ray(stack.upTo(1), x[i], y[i]).y(), within(1e-9));
    }
  }

  @Test
  void aLensNeedsASource() {
    assertThatThrownBy(() -> PlaneStack.of(List.of(plane(0.5, LENS)), UNIVERSE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("source behind it");
  }

  private static Plane plane(double redshift, MassProfile... mass) {
    return new Plane(redshift, List.of(mass), List.of());
  }

  private static Ray ray(PlaneStack stack, double x, double y) {
    Ray ray = new Ray();
    stack.trace(x, y, ray);
    return ray;
  }
}
