package org.nightjar.lensing.mass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nightjar.rendering.light.Ellipse;

class MassProfileTest {
  private static final int LENSES = 40;
  private static final double STEP = 1e-4;

  static Stream<String> names() {
    return MassModels.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theDeflectionIsTheGradientOfThePotential(String name) {
    Random random = new Random(1);
    for (int lens = 0; lens < LENSES; lens++) {
      MassProfile mass = RandomMass.draw(name, random);
      double x = 4 * random.nextDouble() - 2;
      double y = 2.3 + random.nextDouble();
      Derivatives there = at(mass, x, y);
      assertThat(slope(d -> mass.potential(x + d, y)))
          .isCloseTo(there.x(), within(2e-9 * (1 + Math.abs(there.x()))));
      assertThat(slope(d -> mass.potential(x, y + d)))
          .isCloseTo(there.y(), within(2e-9 * (1 + Math.abs(there.y()))));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void secondDerivativesAreThoseOfTheDeflection(String name) {
    Random random = new Random(2);
    for (int lens = 0; lens < LENSES; lens++) {
      MassProfile mass = RandomMass.draw(name, random);
      double x = 1 + random.nextDouble();
      double y = 3 * random.nextDouble() - 1.5;
      Derivatives there = at(mass, x, y);
      double size = 1e-8 * (1 + Math.abs(there.xx()) + Math.abs(there.yy()));
      assertThat(slope(d -> at(mass, x + d, y).x())).isCloseTo(there.xx(), within(size));
      assertThat(slope(d -> at(mass, x, y + d).x())).isCloseTo(there.xy(), within(size));
      assertThat(slope(d -> at(mass, x + d, y).y())).isCloseTo(there.xy(), within(size));
      assertThat(slope(d -> at(mass, x, y + d).y())).isCloseTo(there.yy(), within(size));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void manyRaysAreDeflectedAsOne(String name) {
    Random random = new Random(3);
    for (int lens = 0; lens < LENSES; lens++) {
      MassProfile mass = RandomMass.draw(name, random);
      double[] x = random.doubles(50, -3, 3).toArray();
      double[] y = random.doubles(50, -3, 3).toArray();
      double[] outX = x.clone();
      double[] outY = y.clone();
      mass.deflector().subtract(x, y, x.length, 0.7, outX, outY);
      for (int i = 0; i < x.length; i++) {
        Derivatives there = at(mass, x[i], y[i]);
        assertThat(x[i] - outX[i]).isCloseTo(0.7 * there.x(), within(2e-7));
        assertThat(y[i] - outY[i]).isCloseTo(0.7 * there.y(), within(2e-7));
      }
    }
  }

  @Test
  void convergenceIsThatOfTheFormulas() {
    Ellipse ellipse = Ellipse.of(0.1, -0.2, 0.6, 0.4);
    double x = 0.9;
    double y = 0.7;
    double r = Math.sqrt(ellipse.radiusSquared(x, y));
    assertThat(at(new PowerLawEllipsoid(ellipse, 1.3, 1.7), x, y).convergence())
        .isCloseTo(0.65 * Math.pow(1.3 / r, 0.7), within(1e-12));
    assertThat(at(IsothermalEllipsoid.withCoreScale(ellipse, 1.3, 0.2), x, y).convergence())
        .isCloseTo(0.65 / Math.hypot(r, 0.2), within(1e-12));
    assertThat(at(SteepEllipsoids.nfw(ellipse, 2, 0.8), x, y).convergence())
        .isCloseTo(new SphericalNfw(2, 0.8, 0, 0).convergence(r), within(1e-8));
    assertThat(at(SteepEllipsoids.hernquist(ellipse, 0.5, 2), x, y).convergence())
        .isCloseTo(new SphericalHernquist(0.5, 2, 0, 0).convergence(r), within(1e-8));
    assertThat(at(new PseudoJaffeEllipsoid(ellipse, 0.5, 0.3, 2), x, y).convergence())
        .isCloseTo(new SphericalPseudoJaffe(0.5, 0.3, 2, 0, 0).convergence(r), within(1e-12));
  }

  @Test
  void roundEllipsoidsAreSpheres() {
    Ellipse circle = Ellipse.circle(0.1, 0.2);
    same(new PowerLawEllipsoid(circle, 1.2, 1.8), new SphericalPowerLaw(1.2, 1.8, 0.1, 0.2), 1e-12);
    same(IsothermalEllipsoid.singular(circle, 1.2), new Sis(1.2, 0.1, 0.2), 1e-12);
    same(SteepEllipsoids.nfw(circle, 1.2, 0.7), new SphericalNfw(1.2, 0.7, 0.1, 0.2), 1e-7);
    same(
        new EllipticalPotential(new SphericalNfw(1.2, 0.7, 9, 9), circle),
        new SphericalNfw(1.2, 0.7, 0.1, 0.2),
        1e-12);
  }

  @Test
  void limitsMeet() {
    Ellipse ellipse = Ellipse.ofEllipticity(0.03, -0.05, 0.2, -0.1);
    same(new PowerLawEllipsoid(ellipse, 1.4, 2), IsothermalEllipsoid.singular(ellipse, 1.4), 1e-11);
    same(
        IsothermalEllipsoid.withCore(ellipse, 1.4, 1e-12),
        IsothermalEllipsoid.singular(ellipse, 1.4),
        1e-10);
    same(
        IsothermalEllipsoid.singular(Ellipse.of(0, 0, 1 - 1e-9, 0.3), 1.4),
        new Sis(1.4, 0, 0),
        1e-8);
  }

  @Test
  void haloesAreSmoothWhereTheirFormulasChange() {
    for (double x : new double[] {3e-3, Math.sqrt(0.95), 1, Math.sqrt(1.05)}) {
      for (double e : new double[] {1e-9, 1e-7}) {
        assertThat(HaloFunctions.f(x * (1 + e)) / HaloFunctions.f(x * (1 - e)))
            .isCloseTo(1, within(5 * e + 1e-12));
        assertThat(HaloFunctions.mean(x * (1 + e)) / HaloFunctions.mean(x * (1 - e)))
            .isCloseTo(1, within(5 * e + 2e-10));
        assertThat(HaloFunctions.hernquist(x * (1 + e)) / HaloFunctions.hernquist(x * (1 - e)))
            .isCloseTo(1, within(9 * e + 1e-11));
      }
    }
  }

  private static void same(MassProfile one, MassProfile other, double error) {
    Random random = new Random(4);
    for (int i = 0; i < LENSES; i++) {
      double x = 4 * random.nextDouble() - 2;
      double y = 4 * random.nextDouble() - 2;
      Derivatives a = at(one, x, y);
      Derivatives b = at(other, x, y);
      double size = error * (1 + Math.abs(b.xx()) + Math.abs(b.yy()));
      assertThat(a.x()).isCloseTo(b.x(), within(size));
      assertThat(a.y()).isCloseTo(b.y(), within(size));
      assertThat(a.xx()).isCloseTo(b.xx(), within(size));
      assertThat(a.xy()).isCloseTo(b.xy(), within(size));
      assertThat(a.yy()).isCloseTo(b.yy(), within(size));
    }
  }

  private static Derivatives at(MassProfile mass, double x, double y) {
    Derivatives sum = new Derivatives();
    mass.differentiate(x, y, sum);
    return sum;
  }

  private static double slope(java.util.function.DoubleUnaryOperator f) {
    return (8 * (f.applyAsDouble(STEP) - f.applyAsDouble(-STEP))
            - f.applyAsDouble(2 * STEP)
            + f.applyAsDouble(-2 * STEP))
        / (12 * STEP);
  }
}
