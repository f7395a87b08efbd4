package org.nightjar.galaxies.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nightjar.galaxies.FlatUniverse;
import org.nightjar.galaxies.Samples;
import org.nightjar.statistics.distribution.IncompleteGamma;
import org.nightjar.statistics.random.Philox;
import org.nightjar.statistics.random.Streams;

class ConesTest {
  private static final FlatUniverse UNIVERSE = FlatUniverse.standard();
  private static final int N = 100_000;

  private static LuminosityCone blue(double area) {
    return new LuminosityCone(
        new SchechterLuminosity(
            new LinearEvolution(-0.9408582, -20.40492365),
            new ExponentialEvolution(0.00370253, -9.73858),
            -1.3),
        23,
        area,
        UNIVERSE,
        0,
        2);
  }

  @Test
  void aConstantDensityFillsTheVolume() {
    RedshiftCone cone = new RedshiftCone(z -> 1e-4, 100, UNIVERSE, 0.1, 0.8);
    double near = Math.pow(UNIVERSE.comovingDistance(0.1), 3);
    double far = Math.pow(UNIVERSE.comovingDistance(0.8), 3);
    double steradians = 100 * Math.pow(Math.PI / 180, 2);
    assertThat(cone.expected() / (1e-4 * steradians * (far - near) / 3)).isCloseTo(1, within(1e-9));
    assertThat(
            Samples.of(cone, N)
                .distance(z -> (Math.pow(UNIVERSE.comovingDistance(z), 3) - near) / (far - near)))
        .isLessThan(1);
    Philox random = new Streams(1).stream("count");
    double expected = cone.expected();
    assertThat((double) cone.count(random))
        .isCloseTo(expected, within(5 * Math.sqrt(expected)))
        .isNotEqualTo(expected);
    assertThat(cone.error()).isLessThan(1e-7);
    assertThatThrownBy(() -> new RedshiftCone(z -> 1, 1, UNIVERSE, 1, 1))
        .hasMessageContaining("1.0 to 1.0");
  }

  /** Made with quadrature of another program: the reference cases of the simulator. */
  @Test
  void theBlueGalaxiesOfTheExampleAreAsManyAsQuadratureSays() {
    RedshiftCone cone = blue(1).redshifts();
    assertThat(cone.expected()).isCloseTo(16435.011023582392, within(1e-2));
    assertThat(cone.perRedshift(0.5)).isCloseTo(17037.221693495747, within(1e-2));
    assertThat(cone.quantile(0.05)).isCloseTo(0.14810162109185038, within(1e-6));
    assertThat(cone.quantile(0.95)).isCloseTo(1.6037611328144414, within(1e-6));
    assertThat(cone.trapezoid(21)).isCloseTo(16390.351308568195, within(1e-2));
  }

  @Test
  void redshiftsAndMagnitudesBelongTogether() {
    LuminosityCone cone = blue(1);
    double[] z = new double[N];
    double[] magnitude = new double[N];
    cone.fill(new Streams(3).stream("galaxy")::at, 0, z.length, z, magnitude);
    double[] probability = new double[N];
    for (int i = 0; i < N; i++) {
      assertThat(magnitude[i]).isLessThan(cone.faintest(z[i]) + 1e-5);
      double x = Math.pow(10, -0.4 * (magnitude[i] - (-0.9408582 * z[i] - 20.40492365)));
      double least = Math.pow(10, -0.4 * (cone.faintest(z[i]) - (-0.9408582 * z[i] - 20.40492365)));
      probability[i] = IncompleteGamma.upper(-0.3, x) / IncompleteGamma.upper(-0.3, least);
    }
    assertThat(new Samples(probability).distance(p -> p)).isLessThan(1);
    assertThat(new Samples(z).distance(value -> cumulative(cone, value))).isLessThan(1);
    assertThat(cone.error()).isLessThan(1e-6);
  }

  private static double cumulative(LuminosityCone cone, double z) {
    double low = 0;
    double high = 1;
    while (high - low > 1e-7) {
      double middle = (low + high) / 2;
      if (cone.redshifts().quantile(middle) < z) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Test
  void magnitudesAtOneRedshiftFollowTheLuminosityFunction() {
    LuminosityCone cone = blue(1);
    double faintest = cone.faintest(0.5);
    assertThat(faintest).isCloseTo(-19.2611854215409, within(1e-6));
    SchechterLuminosity function =
        new SchechterLuminosity(z -> -20.40492365 - 0.9408582 * z, z -> 1, -1.3);
    assertThat(
            Samples.of(random -> cone.drawMagnitude(0.5, random), N)
                .distance(m -> function.brighter(0.5, m) / function.brighter(0.5, faintest)))
        .isLessThan(1);
  }

  @Test
  void aLargerAreaKeepsItsGalaxies() {
    double[] z = new double[50];
    double[] m = new double[50];
    double[] more = new double[100];
    blue(1).fill(new Streams(3).stream("galaxy")::at, 0, z.length, z, m);
    blue(20).fill(new Streams(3).stream("galaxy")::at, 0, more.length, more, new double[100]);
    for (int i = 0; i < z.length; i++) {
      assertThat(more[i]).isCloseTo(z[i], within(1e-12));
    }
  }

  @Test
  void massesFollowTheMassFunction() {
    SchechterMass function =
        new SchechterMass(
            new ExponentialEvolution(5e10, -3), new ExponentialEvolution(3e-3, -2), -1.4);
    MassCone cone = new MassCone(function, 1e9, 1e12, 10, UNIVERSE, 0.01, 1.5);
    double[] z = new double[N];
    double[] mass = new double[N];
    cone.fill(new Streams(3).stream("mass"), 0, z, mass);
    double[] probability = new double[N];
    for (int i = 0; i < N; i++) {
      assertThat(mass[i]).isBetween(1e9, 1e12);
      probability[i] = function.between(z[i], 1e9, mass[i]) / function.between(z[i], 1e9, 1e12);
    }
    assertThat(new Samples(probability).distance(p -> p)).isLessThan(1);
    assertThat(cone.redshifts().perRedshift(0.7))
        .isCloseTo(
            10
                * Math.pow(Math.PI / 180, 2)
                * UNIVERSE.differentialComovingVolume(0.7)
                * function.between(0.7, 1e9, 1e12),
            within(1e-6));
    assertThat(cone.error()).isLessThan(1e-6);
  }

  @Test
  void velocityDispersionsFollowTheirFunction() {
    VelocityDispersions dispersions = new VelocityDispersions(2.32, 2.67, 161, 30, 500);
    double order = 2.32 / 2.67;
    double all = IncompleteGamma.upper(order, Math.pow(30 / 161.0, 2.67));
    double beyond = IncompleteGamma.upper(order, Math.pow(500 / 161.0, 2.67));
    assertThat(
            Samples.of(dispersions, N)
                .distance(
                    s ->
                        (all - IncompleteGamma.upper(order, Math.pow(s / 161, 2.67)))
                            / (all - beyond)))
        .isLessThan(1);
    assertThat(dispersions.quantile(0)).isCloseTo(30, within(1e-6));
    assertThat(dispersions.quantile(1)).isCloseTo(500, within(1e-6));
  }

  @Test
  void smailRedshiftsHaveTheirMedian() {
    SmailRedshifts smail = new SmailRedshifts(1, 1.5, 2);
    assertThat(smail.scale()).isCloseTo(1.0331130440744467, within(1e-12));
    assertThat(smail.mean()).isCloseTo(1.0475429059859993, within(1e-12));
    assertThat(smail.deviation()).isCloseTo(0.4866282589558172, within(1e-12));
    assertThat(smail.quantile(0.95)).isCloseTo(1.9228223976761567, within(1e-10));
    assertThat(Samples.of(smail, N).share(1)).isCloseTo(0.5, within(5 * 0.5 / Math.sqrt(N)));
  }
}
