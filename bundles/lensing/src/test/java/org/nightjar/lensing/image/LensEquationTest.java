package org.nightjar.lensing.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nightjar.lensing.FlatUniverse;
import org.nightjar.lensing.mass.IsothermalEllipsoid;
import org.nightjar.lensing.mass.MassProfile;
import org.nightjar.lensing.mass.PointMass;
import org.nightjar.lensing.mass.PowerLawEllipsoid;
import org.nightjar.lensing.mass.Shear;
import org.nightjar.lensing.mass.Sis;
import org.nightjar.lensing.mass.SphericalNfw;
import org.nightjar.lensing.plane.Plane;
import org.nightjar.lensing.plane.PlaneStack;
import org.nightjar.lensing.plane.Ray;
import org.nightjar.rendering.light.Ellipse;

class LensEquationTest {
  private static final FlatUniverse UNIVERSE = new FlatUniverse(70, 0.3);

  @Test
  void aSphereGivesTwoImagesAndTheirDelay() {
    Images images = new LensEquation(stack(new Sis(1, 0, 0))).solve(0.3, 0.1);
    double beta = Math.hypot(0.3, 0.1);
    assertThat(images.complete()).isTrue();
    assertThat(images.bright()).hasSize(2);
    PointImage first = images.bright().get(0);
    PointImage second = images.bright().get(1);
    assertThat(Math.hypot(first.x(), first.y())).isCloseTo(1 + beta, within(1e-10));
    assertThat(first.magnification()).isCloseTo(1 + 1 / beta, within(1e-8));
    assertThat(second.magnification()).isCloseTo(1 - 1 / beta, within(1e-8));
    assertThat(second.kind()).isEqualTo(PointImage.Kind.SADDLE);
    assertThat(second.delay()).isCloseTo(58.965, within(1e-3));
    assertThat(second.flux(2)).isCloseTo(2 * (1 / beta - 1), within(1e-7));
  }

  @Test
  void aPointAlwaysGivesTwoImages() {
    for (double beta : new double[] {0.01, 0.5, 3}) {
      Images images = new LensEquation(stack(new PointMass(1, 0, 0))).solve(beta, 0);
      assertThat(images.complete()).isTrue();
      assertThat(images.bright().size() + images.faint().size()).isEqualTo(2);
    }
  }

  @Test
  void beyondTheCutThereIsOneImage() {
    Images images =
        new LensEquation(stack(IsothermalEllipsoid.singular(ellipse(0.1, 0), 0.5))).solve(1.5, 0.4);
    assertThat(images.complete()).isTrue();
    assertThat(images.bright()).hasSize(1);
  }

  @Test
  void randomLensesGiveWhatAGridOfAllPlacesGives() {
    Random random = new Random(7);
    int quads = 0;
    for (int i = 0; i < 120; i++) {
      PlaneStack stack = randomStack(random);
      double bx = 0.4 * (random.nextDouble() - 0.5);
      double by = 0.4 * (random.nextDouble() - 0.5);
      Images images = new LensEquation(stack).solve(bx, by);
      assertThat(images.complete()).as("lens %d", i).isTrue();
      List<double[]> expected = BruteForce.images(stack, bx, by);
      List<PointImage> all = new ArrayList<>(images.bright());
      all.addAll(images.faint());
      for (double[] place : expected) {
        assertThat(all)
            .as("lens %d", i)
            .anyMatch(p -> Math.hypot(p.x() - place[0], p.y() - place[1]) < 1e-5);
      }
      quads += images.bright().size() >= 4 ? 1 : 0;
      solvesTheEquation(stack, all, bx, by);
    }
    assertThat(quads).isGreaterThan(20);
  }

  @Test
  void oddImagesOfSmoothLenses() {
    Images images =
        new LensEquation(
                stack(
                    IsothermalEllipsoid.withCore(ellipse(0.2, 0), 1.2, 0.1),
                    new Shear(0.03, 0.02, 0, 0)))
            .solve(0.03, 0.02);
    assertThat(images.parity()).isEqualTo(1);
    assertThat(images.complete()).isTrue();
    assertThat(images.bright()).hasSize(5);
    assertThat(images.bright().get(4).kind()).isEqualTo(PointImage.Kind.MAXIMUM);
  }

  @Test
  void planesBehindEachOther() {
    PlaneStack stack =
        PlaneStack.of(
            List.of(
                new Plane(0.3, List.of(new Sis(0.4, 0.8, 0.1)), List.of()),
                new Plane(
                    0.5, List.of(IsothermalEllipsoid.singular(ellipse(0.1, 0.1), 1.2)), List.of()),
                new Plane(0.9, List.of(new SphericalNfw(2, 0.3, -0.6, 0.5)), List.of()),
                new Plane(2, List.of(), List.of())),
            UNIVERSE);
    Images images = new LensEquation(stack).solve(0.1, 0.05);
    assertThat(images.complete()).isTrue();
    assertThat(images.bright()).hasSizeGreaterThanOrEqualTo(2);
    solvesTheEquation(stack, images.bright(), 0.1, 0.05);
    assertThat(images.bright()).isSortedAccordingTo((a, b) -> Double.compare(a.delay(), b.delay()));
    stationary(stack, images.bright().get(0));
  }

  /** An image's neighbours arrive later or earlier, but for a source behind the image alone. */
  private static void stationary(PlaneStack stack, PointImage image) {
    Ray ray = new Ray();
    stack.trace(image.x(), image.y(), ray);
    assertThat(ray.magnification()).isCloseTo(image.magnification(), within(1e-6));
  }

  private static void solvesTheEquation(
      PlaneStack stack, List<PointImage> images, double bx, double by) {
    Ray ray = new Ray();
    for (PointImage image : images) {
      stack.trace(image.x(), image.y(), ray);
      assertThat(Math.hypot(ray.x() - bx, ray.y() - by)).isLessThan(1e-10);
    }
  }

  private static PlaneStack randomStack(Random random) {
    List<MassProfile> mass = new ArrayList<>();
    double e1 = 0.5 * (random.nextDouble() - 0.5);
    double e2 = 0.5 * (random.nextDouble() - 0.5);
    double radius = 0.7 + random.nextDouble();
    switch (random.nextInt(3)) {
      case 0 -> mass.add(IsothermalEllipsoid.singular(ellipse(e1, e2), radius));
      case 1 ->
          mass.add(new PowerLawEllipsoid(ellipse(e1, e2), radius, 1.7 + 0.6 * random.nextDouble()));
      default -> mass.add(IsothermalEllipsoid.withCore(ellipse(e1, e2), radius, 0.05));
    }
    mass.add(new Shear(0.1 * random.nextGaussian(), 0.1 * random.nextGaussian(), 0, 0));
    if (random.nextBoolean()) {
      mass.add(new Sis(0.1, radius, 0.3 * random.nextGaussian()));
    }
    return stack(mass.toArray(new MassProfile[0]));
  }

  private static Ellipse ellipse(double e1, double e2) {
    return Ellipse.ofEllipticity(0, 0, e1, e2);
  }

  private static PlaneStack stack(MassProfile... mass) {
    return PlaneStack.of(
        List.of(new Plane(0.5, List.of(mass), List.of()), new Plane(1.5, List.of(), List.of())),
        UNIVERSE);
  }
}
