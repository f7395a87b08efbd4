package org.nightjar.rendering.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SersicTest {
  @Test
  void knownIndices() {
    assertThat(SersicIndex.b(0.5)).isCloseTo(Math.log(2), within(1e-13));
    assertThat(SersicIndex.b(1)).isCloseTo(1.6783469900166612, within(1e-12));
    assertThat(SersicIndex.b(4)).isCloseTo(7.669249442500804, within(1e-12));
    assertThat(SersicIndex.series(1)).isCloseTo(1.6783886549215685, within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.36, 0.5, 1, 3.3, 10, 20})
  void halfTheLightIsWithinTheRadius(double n) {
    assertThat(SersicIndex.lightWithin(n, 1)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void refusesWhatIsNoIndex() {
    assertThatThrownBy(() -> SersicIndex.b(0.05)).hasMessageContaining("0.1 to 20");
  }

  @Test
  void tablesAreAsGoodAsTheFormula() {
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      double n = 0.4 + 8 * random.nextDouble();
      Ellipse ellipse = Ellipse.of(0.1, 0.2, 0.3 + 0.7 * random.nextDouble(), random.nextDouble());
      Sersic sersic = Sersic.of(ellipse, 0.2 + random.nextDouble(), n, 3);
      double[] x = random.doubles(200, -4, 4).toArray();
      double[] y = random.doubles(200, -4, 4).toArray();
      double[] sum = new double[200];
      sersic.addBrightness(x, y, 200, sum);
      for (int j = 0; j < 200; j++) {
        double exact = sersic.brightness(x[j], y[j]);
        assertThat(sum[j]).isCloseTo(exact, within(1e-7 * exact + 1e-30));
      }
    }
  }

  @Test
  void fluxAndTruncation() {
    Sersic all = Sersic.ofFlux(Ellipse.of(0, 0, 0.5, 0.3), 1.2, 4, 100);
    assertThat(all.flux()).isCloseTo(100, within(1e-9));
    Sersic part = all.truncated(3);
    assertThat(part.flux()).isCloseTo(100, within(1e-9));
    assertThat(part.amplitude()).isGreaterThan(all.amplitude());
    assertThat(part.brightness(10, 0)).isZero();
  }

  @Test
  void majorAxesAreLonger() {
    double q = 0.49;
    double radius = Sersic.fromMajorAxis(2, q);
    Ellipse ellipse = Ellipse.of(0, 0, q, 0);
    Sersic sersic = Sersic.of(ellipse, radius, 2, 5);
    assertThat(sersic.brightness(2, 0)).isCloseTo(5, within(1e-12));
    assertThat(sersic.brightness(0, 2 * q)).isCloseTo(5, within(1e-12));
  }

  @Test
  void coresBecomeSersicProfiles() {
    Ellipse ellipse = Ellipse.of(0, 0, 0.7, 1);
    CoreSersic core = new CoreSersic(ellipse, 1.1, 3, 2, 1e-6, 0.2, 3);
    Sersic sersic = Sersic.of(ellipse, 1.1, 3, 2);
    assertThat(core.brightness(0.7, 0.9)).isCloseTo(sersic.brightness(0.7, 0.9), within(1e-9));
    assertThat(core.flux()).isCloseTo(sersic.flux(), within(1e-5 * sersic.flux()));
    assertThat(core.halfLightRadius()).isCloseTo(1.1, within(1e-5));
  }

  @Test
  void magnitudesGoThereAndBack() {
    Magnitude magnitude = new Magnitude(27.79);
    assertThat(magnitude.rate(20)).isCloseTo(1306.1708881318405, within(1e-9));
    assertThat(magnitude.magnitude(magnitude.rate(23.4))).isCloseTo(23.4, within(1e-12));
  }

  @Test
  void ellipticityIsAxisRatioAndAngle() {
    Ellipse ellipse = Ellipse.ofEllipticity(0, 0, 0.12, -0.08);
    double e = (1 - ellipse.q()) / (1 + ellipse.q());
    assertThat(e * Math.cos(2 * ellipse.phi())).isCloseTo(0.12, within(1e-15));
    assertThat(e * Math.sin(2 * ellipse.phi())).isCloseTo(-0.08, within(1e-15));
    assertThatThrownBy(() -> Ellipse.ofEllipticity(0, 0, 0.8, 0.7))
        .hasMessageContaining("axis ratio");
  }
}
