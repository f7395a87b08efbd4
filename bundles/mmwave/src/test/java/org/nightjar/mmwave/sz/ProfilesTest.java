package org.nightjar.mmwave.sz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.mmwave.FlatUniverse;

class ProfilesTest {
  private static final FlatUniverse STANDARD = new FlatUniverse(70, 0.3);

  /** The dimensionless profile of Arnaud et al. 2010 in units of R500. */
  private static Gnfw universal() {
    return new Gnfw(8.403, 1 / 1.177, 0.3081, 1.0510, (5.4905 - 0.3081) / 1.0510, 5);
  }

  @Test
  void integralsOfTheUniversalProfile() {
    // I(x) is the integral of 3 p(u) u^2. Arnaud et al. 2010 give I(1) = 0.6145, I(5) = 1.1037 in
    // section 6; the profile's rounded numbers give what is wanted here to more digits.
    assertThat(3 * LineOfSight.sphere(universal(), 1) / (4 * Math.PI))
        .isCloseTo(0.6145, within(5e-4));
    assertThat(3 * LineOfSight.sphere(universal(), 5) / (4 * Math.PI))
        .isCloseTo(1.1037, within(1e-3));
    assertThat(3 * LineOfSight.sphere(universal(), 1) / (4 * Math.PI))
        .isCloseTo(0.614826719, within(1e-6));
    assertThat(3 * LineOfSight.sphere(universal(), 5) / (4 * Math.PI))
        .isCloseTo(1.104499251, within(1e-6));
    // The integral through the centre, from the project's reference.
    assertThat(LineOfSight.column(universal(), 0) / 2).isCloseTo(7.3383 / 2, within(5e-5));
  }

  @Test
  void columnsSumUpToTheSphere() {
    double sum = 0;
    int rings = 20_000;
    for (int i = 0; i < rings; i++) {
      double t = (i + 0.5) / rings;
      double radius = 5 * t * t;
      sum += 2 * Math.PI * radius * LineOfSight.column(universal(), radius) * 10 * t / rings;
    }
    assertThat(sum / LineOfSight.sphere(universal(), 5)).isCloseTo(1, within(1e-5));
    assertThat(LineOfSight.column(universal(), 5.1)).isZero();
  }

  @Test
  void cylinderWithinR500() {
    // J(1) = 0.7398 in Arnaud et al. 2010; the profile's rounded numbers give 0.74021.
    double sum = 0;
    int rings = 4000;
    for (int i = 0; i < rings; i++) {
      double radius = (i + 0.5) / rings;
      sum += 2 * Math.PI * radius * LineOfSight.column(universal(), radius) / rings;
    }
    assertThat(3 * sum / (4 * Math.PI)).isCloseTo(0.74021, within(5e-5));
  }

  @ParameterizedTest
  @CsvSource({
    "3e14, 0.5, 8.30e-5, 2.34",
    "1.15e14, 0.5, 2.84e-5, 1.70",
    "1e15, 0.2, 2.34e-4, 7.24"
  })
  void valuesOfTheReference(double mass, double z, double y0, double theta) {
    // Computed with h70^(3/2) left out of P0, in a universe of 71 km/s/Mpc and 0.264.
    FlatUniverse universe = new FlatUniverse(71, 0.264);
    ClusterSignal signal =
        ClusterPhysics.of(universe, new Arnaud2010(universe)).signal(Cluster.of(1, 0, 0, mass, z));
    double omitted = Math.pow(71.0 / 70, 1.5);
    assertThat(signal.compton().at(0) * omitted / y0).isCloseTo(1, within(3e-3));
    assertThat(signal.theta500()).isCloseTo(theta, within(0.006));
  }

  @Test
  void y500FollowsTheScalingRelation() {
    // Arnaud et al. 2010, section 6, h70 = 1: Y = 2.925e-5 I(1) E^(2/3) (M/3e14)^1.78 Mpc^2;
    // 1.78 is 5/3 + 0.12, rounded.
    ClusterPhysics physics = ClusterPhysics.of(STANDARD, new Arnaud2010(STANDARD));
    for (double[] c : new double[][] {{3e14, 0.1}, {3e14, 0.6}, {1e15, 0.3}, {1e14, 1}}) {
      Cluster cluster = Cluster.of(1, 0, 0, c[0], c[1]);
      double arcmin = STANDARD.angularDiameterDistance(c[1]) * Math.PI / 180 / 60;
      double y = physics.signal(cluster).y500() * arcmin * arcmin;
      double expansion = STANDARD.hubble(c[1]) / 70;
      double wanted =
          2.925e-5 * 0.6145 * Math.pow(expansion, 2.0 / 3) * Math.pow(c[0] / 3e14, 5.0 / 3 + 0.12);
      assertThat(y / wanted).isCloseTo(1, within(2e-3));
    }
  }

  @Test
  void simulatedAndObservedPressureAreAlike() {
    // Masses of observed clusters are hydrostatic, simulated ones true: they agree within a third.
    Arnaud2010 observed = new Arnaud2010(STANDARD);
    Battaglia2012 simulated = new Battaglia2012(STANDARD, 0.157);
    Spheres spheres = new Spheres(STANDARD);
    for (double mass : new double[] {2e14, 5e14, 1e15}) {
      double radius = spheres.radius(mass, 500, 0.2);
      double ratio =
          LineOfSight.sphere(simulated.at(mass, 0.2), radius)
              / LineOfSight.sphere(observed.at(mass, 0.2), radius);
      assertThat(ratio).as("mass %s", mass).isBetween(0.7, 1.35);
    }
  }

  @Test
  void simulatedProfilesHaveTheirValues() {
    // M200 = 2e14, z = 0.5, half of R200, computed in SI units by another program.
    Spheres spheres = new Spheres(STANDARD);
    double low = 1e14;
    double high = 2e14;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (spheres.mass200(middle, 0.5) < 2e14) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double radius = spheres.radius(2e14, 200, 0.5);
    assertThat(radius).isCloseTo(1.008306, within(1e-4));
    double pressure = new Battaglia2012(STANDARD, 0.157).at(low, 0.5).at(radius / 2);
    assertThat(pressure / 0.00056584232).isCloseTo(1, within(1e-3));
    double density = new Battaglia2016(STANDARD, 0.157).at(low, 0.5).at(radius / 2);
    assertThat(density / 0.00031049201).isCloseTo(1, within(1e-3));
  }

  @Test
  void gasIsMostOfTheBaryons() {
    Battaglia2016 gas = new Battaglia2016(STANDARD, 0.157);
    Spheres spheres = new Spheres(STANDARD);
    double mass = 3e14;
    double mass200 = spheres.mass200(mass, 0.3);
    double electrons =
        LineOfSight.sphere(gas.at(mass, 0.3), spheres.radius(mass200, 200, 0.3)) * 2.93799895e73;
    double gasMass = electrons * 1.136 * 1.67262192e-27 / 1.98847e30;
    assertThat(gasMass / (0.157 * mass200)).isBetween(0.75, 1.05);
  }

  @Test
  void massesAreConsistent() {
    Spheres spheres = new Spheres(STANDARD);
    double mass200 = spheres.mass200(5e14, 0.3);
    // For c200 of about 3.5, M500/M200 is 0.68 to 0.72.
    assertThat(5e14 / mass200).isBetween(0.65, 0.74);
    assertThat(spheres.radius(5e14, 500, 0.3) / spheres.radius(mass200, 200, 0.3))
        .isBetween(0.62, 0.68);
    assertThat(spheres.critical(0)).isCloseTo(2.77536627e11 * 0.49, within(1e5));
  }

  @Test
  void temperaturesAreThoseOfClusters() {
    ClusterPhysics physics = ClusterPhysics.of(STANDARD, new Arnaud2010(STANDARD));
    assertThat(physics.temperature(3.84e14, 0)).isCloseTo(5, within(1e-12));
    assertThat(physics.temperature(1e15, 0.3)).isBetween(8.0, 11.0);
  }
}
