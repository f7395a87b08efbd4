package org.nightjar.lensing.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nightjar.lensing.FlatUniverse;
import org.nightjar.lensing.image.LensEquation;
import org.nightjar.lensing.mass.IsothermalEllipsoid;
import org.nightjar.lensing.plane.Plane;
import org.nightjar.lensing.plane.PlaneStack;
import org.nightjar.rendering.light.Ellipse;
import org.nightjar.rendering.light.GaussianLight;
import org.nightjar.rendering.light.LightProfile;
import org.nightjar.rendering.pixel.PixelGrid;
import org.nightjar.rendering.pixel.PixelIntegrator;
import org.nightjar.rendering.pixel.Sampling;

class LensedSkyTest {
  private static final FlatUniverse UNIVERSE = new FlatUniverse(70, 0.3);
  private static final PixelGrid GRID = PixelGrid.square(60, 0.1);

  @Test
  void smallSourcesAreMagnifiedAsPointsAre() {
    PlaneStack stack = stack(0.5, new GaussianLight(Ellipse.circle(0.3, 0.2), 0.015, 10));
    double expected =
        new LensEquation(stack)
            .solve(0.3, 0.2).bright().stream().mapToDouble(i -> i.flux(10)).sum();
    assertThat(sum(stack)).isCloseTo(expected, within(0.01 * expected));
  }

  @Test
  void lightBetweenLensAndSourceIsLensedByTheLens() {
    LightProfile between = new GaussianLight(Ellipse.circle(0.1, 0), 0.2, 10);
    double near = sum(between(0.6, between));
    double far = sum(between(1.9, between));
    double inFront = sum(between(0.2, between));
    assertThat(inFront).isCloseTo(10, within(0.01));
    assertThat(near).isGreaterThan(10.2);
    assertThat(far).isGreaterThan(near);
  }

  @Test
  void systemsAreDealtOutToTheLast() {
    assertThat(Shares.of(300, 1.0)).containsExactly(300);
    assertThat(Shares.of(100, 1 / 3.0, 1 / 3.0, 1 / 3.0)).containsExactly(34, 33, 33);
    assertThat(Shares.of(7, 0.5, 0.5)).containsExactly(4, 3);
    assertThatThrownBy(() -> Shares.of(7, 0.5, 0.4)).hasMessageContaining("add up to 1");
  }

  private static PlaneStack between(double redshift, LightProfile light) {
    return PlaneStack.of(
        List.of(
            lens(0.5),
            new Plane(redshift, List.of(), List.of(light)),
            new Plane(2, List.of(), List.of())),
        UNIVERSE);
  }

  private static PlaneStack stack(double redshift, LightProfile source) {
    return PlaneStack.of(
        List.of(lens(redshift), new Plane(2, List.of(), List.of(source))), UNIVERSE);
  }

  private static Plane lens(double redshift) {
    return new Plane(
        redshift,
        List.of(IsothermalEllipsoid.singular(Ellipse.of(0, 0, 0.7, 0.3), 1.1)),
        List.of());
  }

  private static double sum(PlaneStack stack) {
    float[] image = new float[GRID.pixels()];
    new PixelIntegrator(GRID, Sampling.adaptive(1e-4)).integrate(new LensedSky(stack), image);
    double sum = 0;
    for (float value : image) {
      sum += value;
    }
    return sum;
  }
}
