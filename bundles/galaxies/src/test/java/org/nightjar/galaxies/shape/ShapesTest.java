package org.nightjar.galaxies.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nightjar.galaxies.FlatUniverse;
import org.nightjar.galaxies.Samples;
import org.nightjar.statistics.random.Streams;

class ShapesTest {
  private static final int N = 100_000;
  private static final ShenScatter SCATTER = new ShenScatter(-20.52, 0.48, 0.25);

  @Test
  void sizesHaveTheirMedianAndScatter() {
    SizeModel late = new LateTypeSize(0.21, 0.53, -1.31, SCATTER);
    SizeModel early = new EarlyTypeSize(0.6, -4.63, SCATTER);
    SizeModel linear = new LinearSize(-0.24, -4.63, 0.4);
    assertThat(late.median(-20.52)).isCloseTo(3.236008089533494, within(1e-12));
    assertThat(early.median(-22)).isCloseTo(4.466835921509626, within(1e-12));
    assertThat(linear.median(-22)).isCloseTo(4.466835921509626, within(1e-12));
    assertThat(late.deviation(-20.52)).isCloseTo(0.365, within(1e-12));
    assertThat(early.deviation(-100)).isCloseTo(0.25, within(1e-12));
    for (SizeModel model : new SizeModel[] {late, early, linear}) {
      Samples logs = Samples.of(random -> Math.log(model.draw(-21, random)), N);
      assertThat(logs.mean())
          .isCloseTo(Math.log(model.median(-21)), within(5 * 0.4 / Math.sqrt(N)));
      assertThat(logs.deviation()).isCloseTo(model.deviation(-21), within(0.005));
    }
    double[] radii = new double[3];
    late.fill(new Streams(1).stream("size")::at, 5, 3, new double[] {-18, -20, -22}, radii);
    assertThat(radii[1]).isEqualTo(late.draw(-20, new Streams(1).stream("size").at(6)));
  }

  @Test
  void aRadiusIsAnAngle() {
    AngularSize size = new AngularSize(FlatUniverse.standard());
    assertThat(size.arcsec(10, 0.5)).isCloseTo(1.6382137507540229, within(1e-8));
    assertThat(size.arcsec(10, 2)).isCloseTo(1.1946156284574951, within(1e-8));
  }

  @Test
  void anOblateEllipsoidIsSeenAsTheoryHasIt() {
    double thin = 0.2;
    Samples samples = Samples.of(new TriaxialEllipsoid(1, thin), N);
    assertThat(
            samples.distance(
                q -> Math.sqrt(Math.max(0, (q * q - thin * thin) / (1 - thin * thin)))))
        .isLessThan(1);
  }

  @Test
  void aProlateEllipsoidIsSeenAsTheoryHasIt() {
    double thin = 0.5;
    // q from the angle i to the long axis: q^2 = thin^2 / (thin^2 cos^2 i + sin^2 i).
    Samples samples = Samples.of(new TriaxialEllipsoid(thin, thin), N);
    assertThat(
            samples.distance(
                q -> Math.sqrt(Math.max(0, (1 - thin * thin / (q * q)) / (1 - thin * thin)))))
        .isLessThan(1);
  }

  @Test
  void anEllipsoidHasItsAxesFromAlongTheThird() {
    TriaxialEllipsoid ellipsoid = new TriaxialEllipsoid(0.7, 0.3);
    assertThat(ellipsoid.seenFrom(1, 0.4)).isCloseTo(0.7, within(1e-14));
    assertThat(ellipsoid.seenFrom(0, 0)).isCloseTo(0.3 / 0.7, within(1e-14));
    assertThat(ellipsoid.seenFrom(0, Math.PI / 2)).isCloseTo(0.3, within(1e-14));
    assertThat(new TriaxialEllipsoid(1, 0).seenFrom(0.6, 1)).isCloseTo(0.6, within(1e-14));
    assertThatThrownBy(() -> new TriaxialEllipsoid(1.1, 0.3)).hasMessageContaining("1.1");
  }

  @Test
  void ellipticitiesStayBetweenNoneAndOne() {
    RydenEllipticity ryden = new RydenEllipticity(0.222, 0.057, -1.85, 0.89);
    Samples samples = Samples.of(ryden, N);
    assertThat(samples.share(0)).isLessThan(1e-4);
    assertThat(samples.share(1)).isEqualTo(1);
    // A disc of one thickness that is round: the share edge-on follows from the oblate case.
    Samples round = Samples.of(new RydenEllipticity(0.2, 1e-9, -30, 1e-3), N);
    double q = 0.5;
    double expected = 1 - Math.sqrt((q * q - 0.04) / 0.96);
    assertThat(round.share((1 - q) / (1 + q))).isCloseTo(expected, within(5 * 0.5 / Math.sqrt(N)));
  }

  @Test
  void betaEllipticitiesHaveTheirMean() {
    BetaEllipticity beta = new BetaEllipticity(0.25, 4.5);
    assertThat(Samples.of(beta, N).mean()).isCloseTo(0.25, within(5 * 0.185 / Math.sqrt(N)));
    assertThat(Math.sqrt(beta.beta().variance())).isCloseTo(0.1846372364689991, within(1e-12));
  }
}
