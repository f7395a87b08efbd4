package org.nightjar.mmwave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.mmwave.band.Band;
import org.nightjar.mmwave.band.Bandpass;
import org.nightjar.mmwave.band.Noise;
import org.nightjar.mmwave.band.Surveys;
import org.nightjar.mmwave.fourier.FourierPlane;
import org.nightjar.mmwave.fourier.Loop;
import org.nightjar.mmwave.fourier.RealFft2;
import org.nightjar.mmwave.map.FlatPatch;
import org.nightjar.mmwave.map.PatchMap;
import org.nightjar.mmwave.map.PatchPoint;
import org.nightjar.mmwave.map.PatchSky;
import org.nightjar.mmwave.source.Foreground;
import org.nightjar.mmwave.source.NumberCounts;
import org.nightjar.mmwave.source.SourceKind;
import org.nightjar.mmwave.source.SourcePopulation;
import org.nightjar.mmwave.spectrum.AngularSpectrum;
import org.nightjar.mmwave.spectrum.CmbSpectrum;
import org.nightjar.mmwave.spectrum.PowerEstimate;
import org.nightjar.mmwave.sz.Arnaud2010;
import org.nightjar.mmwave.sz.Battaglia2016;
import org.nightjar.mmwave.sz.Cluster;
import org.nightjar.mmwave.sz.ClusterPhysics;
import org.nightjar.mmwave.sz.RadialProfile;
import org.nightjar.mmwave.sz.SzSpectrum;

class MapSimulationTest {
  private static final FlatUniverse UNIVERSE = new FlatUniverse(70, 0.3);
  private static final FlatPatch PATCH = new FlatPatch(200, 160, 0.5, 352.5, -55);

  private static List<Band> bands;
  private static ClusterPhysics physics;

  @BeforeAll
  static void prepare() throws NightjarException {
    bands = Surveys.shipped().bands("spt-3g");
    physics = ClusterPhysics.of(UNIVERSE, new Arnaud2010(UNIVERSE));
  }

  private static Cluster at(double x, double y, double mass, double z, double velocity) {
    PatchSky sky = PATCH.sky(x, y);
    return new Cluster(7, sky.ra(), sky.dec(), mass, z, velocity, 1);
  }

  private static double sum(PatchMap map) {
    return map.mean() * map.values().length;
  }

  @Test
  void clustersScaleBetweenBands() {
    Cluster cluster = at(100, 80, 5e14, 0.6, 0);
    BandMaps maps =
        MapSimulation.run(
            MapRequest.of(PATCH, bands, 1).withClusters(List.of(cluster), physics), Loop.SERIAL);
    double total = sum(maps.compton());
    for (int i = 0; i < 3; i++) {
      double wanted = SzSpectrum.microkelvin(bands.get(i).bandpass());
      assertThat(sum(maps.maps().get(i)) / total / wanted).isCloseTo(1, within(2e-3));
    }
    TruthRecord truth = maps.truth().get(0);
    assertThat(truth.kind()).isEqualTo(TruthKind.CLUSTER);
    assertThat(truth.x()).isCloseTo(100, within(1e-6));
    assertThat(truth.y()).isCloseTo(80, within(1e-6));
    // What lies within 5 R500 is 1.1045/0.6148 times what lies within R500.
    assertThat(total * 0.25 / truth.y500()).isCloseTo(1.1045 / 0.61483, within(4e-3));
    assertThat(truth.milliJansky()[1]).isNegative();
    assertThat(truth.milliJansky()[0]).isNegative();
  }

  @Test
  void beamsSmoothClustersToTheirAnalyticHeight() {
    // A cluster that is a point for a beam of 10 arcmin becomes that beam.
    List<Band> wide = List.of(Band.of("150", Bandpass.at(150), 10, Noise.white(0), "test"));
    Cluster cluster = at(100, 80, 1e14, 2, 0);
    BandMaps maps =
        MapSimulation.run(
            MapRequest.of(PATCH, wide, 1).withClusters(List.of(cluster), physics), Loop.SERIAL);
    double sigma = 10 / Math.sqrt(8 * Math.log(2));
    double peak = sum(maps.compton()) * 0.25 / (2 * Math.PI * sigma * sigma);
    double wanted = peak * SzSpectrum.microkelvin(Bandpass.at(150));
    assertThat(maps.maps().get(0).at(100, 80) / wanted).isBetween(0.93, 1.0);
  }

  /** Compact clusters between pixels have the height that integration gives: no bias of y0. */
  @ParameterizedTest
  @CsvSource({"3e14, 0.5", "1e14, 1.2", "6e13, 0.9"})
  void smoothedClustersAreNotBiased(double mass, double z) {
    List<Band> one = List.of(Band.of("150", Bandpass.at(150), 1.2, Noise.white(0), "test"));
    Cluster cluster = at(100.3, 79.8, mass, z, 0);
    PatchMap map =
        MapSimulation.run(
                MapRequest.of(PATCH, one, 1).withClusters(List.of(cluster), physics), Loop.SERIAL)
            .maps()
            .get(0);
    RadialProfile profile = physics.signal(cluster).compton().stretched(1 / PATCH.pixelArcmin());
    double height = Math.abs(smoothed(profile, 0, 0));
    for (int[] pixel : new int[][] {{100, 80}, {101, 79}, {103, 78}}) {
      double wanted = smoothed(profile, pixel[0] - 100.3, pixel[1] - 79.8);
      assertThat(map.at(pixel[0], pixel[1]))
          .isCloseTo((float) wanted, within((float) height * 1e-3f));
    }
  }

  /** Profile, beam of 1.2 arcmin and pixel of 0.5 at an offset in pixels, uK at 150 GHz. */
  private static double smoothed(RadialProfile profile, double x, double y) {
    double sigma = 1.2 / 0.5 / Math.sqrt(8 * Math.log(2));
    int rings = 300;
    int spokes = 48;
    double sum = 0;
    for (int i = 0; i < rings; i++) {
      double t = (i + 0.5) / rings;
      double radius = profile.cut() * t * t;
      double area = 2 * Math.PI / spokes * radius * 2 * t * profile.cut() / rings;
      for (int j = 0; j < spokes; j++) {
        double angle = 2 * Math.PI * j / spokes;
        sum +=
            area
                * profile.at(radius)
                * alongPixel(x - radius * Math.cos(angle), sigma)
                * alongPixel(y - radius * Math.sin(angle), sigma);
      }
    }
    return sum * SzSpectrum.microkelvin(Bandpass.at(150));
  }

  @Test
  void movingClustersCoolOrHeatAllBandsAlike() {
    ClusterPhysics withGas = physics.withGas(new Battaglia2016(UNIVERSE, 0.157));
    MapRequest still =
        MapRequest.of(PATCH, bands, 1)
            .withClusters(List.of(at(90, 70, 5e14, 0.5, 0)), withGas)
            .withMargin(0);
    BandMaps rest = MapSimulation.run(still, Loop.SERIAL);
    BandMaps away =
        MapSimulation.run(
            still.withClusters(List.of(at(90, 70, 5e14, 0.5, 1000)), withGas), Loop.SERIAL);
    double first = sum(away.maps().get(0)) - sum(rest.maps().get(0));
    for (int i = 0; i < 3; i++) {
      double change = sum(away.maps().get(i)) - sum(rest.maps().get(i));
      assertThat(change).isNegative().isCloseTo(first, within(Math.abs(first) * 1e-3));
    }
    // tau of some 0.004 through the centre, times v/c.
    double middle = away.maps().get(2).at(90, 70) - rest.maps().get(2).at(90, 70);
    assertThat(middle).isBetween(-2.7255e6 * 1000 / 3e5 * 0.01, -2.7255e6 * 1000 / 3e5 * 0.001);
  }

  @Test
  void hotGasChangesTheSpectrum() {
    Cluster cluster = at(90, 70, 1e15, 0.3, 0);
    MapRequest request =
        MapRequest.of(PATCH, bands, 1).withClusters(List.of(cluster), physics).withMargin(0);
    BandMaps cold = MapSimulation.run(request, Loop.SERIAL);
    BandMaps hot =
        MapSimulation.run(
            request.withClusters(List.of(cluster), physics.withRelativity()), Loop.SERIAL);
    double theta = physics.temperature(1e15, 0.3) / SzSpectrum.ELECTRON;
    for (int i = 0; i < 3; i++) {
      Bandpass band = bands.get(i).bandpass();
      double wanted =
          1
              + theta
                  * (SzSpectrum.firstMicrokelvin(band) + theta * SzSpectrum.secondMicrokelvin(band))
                  / SzSpectrum.microkelvin(band);
      double got = sum(hot.maps().get(i)) / sum(cold.maps().get(i));
      assertThat(got / wanted).isCloseTo(1, within(1e-3));
      assertThat(hot.truth().get(0).milliJansky()[i] / cold.truth().get(0).milliJansky()[i])
          .isCloseTo(wanted, within(1e-9));
    }
  }

  /** Some sources of 0.1 Jy and more, enough for one or two in a patch. */
  private static SourcePopulation few(double index, double scatter) {
    return new SourcePopulation(
        "few",
        SourceKind.RADIO,
        NumberCounts.powerLaw(1e6, 0.1, -2.5),
        150,
        index,
        scatter,
        0.1,
        10);
  }

  @Test
  void sourcesKeepTheirFluxAndPlace() {
    List<Band> one = List.of(Band.of("150", Bandpass.at(150), 1.2, Noise.white(0), "test"));
    MapRequest request =
        MapRequest.of(PATCH, one, 2).withSources(List.of(few(-0.7, 0.3)), 0).withMargin(0);
    BandMaps maps = MapSimulation.run(request, Loop.SERIAL);
    PatchMap map = maps.maps().get(0);
    double jansky = maps.truth().stream().mapToDouble(t -> t.milliJansky()[0] / 1000).sum();
    double expected = jansky * Bandpass.at(150).microkelvin(nu -> 1) / PATCH.pixelSteradians();
    assertThat(maps.truth()).hasSizeGreaterThan(20);
    assertThat(sum(map) / expected).isCloseTo(1, within(1e-4));
    double sigma = 1.2 / 0.5 / Math.sqrt(8 * Math.log(2));
    int looked = 0;
    for (TruthRecord source : maps.truth()) {
      if (alone(source, maps.truth()) && inside(source)) {
        looked++;
        int x = (int) Math.round(source.x());
        int y = (int) Math.round(source.y());
        double flux =
            source.milliJansky()[0]
                / 1000
                * Bandpass.at(150).microkelvin(nu -> 1)
                / PATCH.pixelSteradians();
        for (int[] step : new int[][] {{0, 0}, {1, 0}, {0, -1}, {2, 1}}) {
          double got = map.at(x + step[0], y + step[1]);
          double wanted =
              flux
                  * alongPixel(x + step[0] - source.x(), sigma)
                  * alongPixel(y + step[1] - source.y(), sigma);
          assertThat(got).isCloseTo(wanted, within(flux * 2e-4));
        }
        PatchPoint place = PATCH.pixel(source.ra(), source.dec()).orElseThrow();
        assertThat(place.x()).isCloseTo(source.x(), within(1e-6));
      }
    }
    assertThat(looked).isGreaterThan(3);
  }

  private static boolean inside(TruthRecord source) {
    return source.x() > 8 && source.y() > 8 && source.x() < 190 && source.y() < 150;
  }

  private static boolean alone(TruthRecord one, List<TruthRecord> all) {
    return all.stream()
        .noneMatch(
            other ->
                other.id() != one.id()
                    && Math.hypot(other.x() - one.x(), other.y() - one.y()) < 14);
  }

  /** A Gaussian averaged over a pixel along one axis. */
  private static double alongPixel(double distance, double sigma) {
    double sum = 0;
    int parts = 24;
    for (int i = 0; i < parts; i++) {
      double t = (distance + (i + 0.5) / parts - 0.5) / sigma;
      sum += Math.exp(-0.5 * t * t) / (sigma * Math.sqrt(2 * Math.PI));
    }
    return sum / parts;
  }

  @Test
  void sourcesScaleBetweenBands() {
    BandMaps maps =
        MapSimulation.run(
            MapRequest.of(PATCH, bands, 4).withSources(List.of(few(2, 0)), 0).withMargin(0),
            Loop.SERIAL);
    double first = sum(maps.maps().get(0));
    for (int i = 1; i < 3; i++) {
      double wanted =
          bands.get(i).microkelvinSteradians(150, 2) / bands.get(0).microkelvinSteradians(150, 2);
      assertThat(sum(maps.maps().get(i)) / first / wanted).isCloseTo(1, within(1e-4));
      TruthRecord source = maps.truth().get(0);
      double centre = bands.get(i).bandpass().centre() / bands.get(0).bandpass().centre();
      assertThat(source.milliJansky()[i] / source.milliJansky()[0])
          .isCloseTo(centre * centre, within(1e-9));
    }
  }

  @Test
  void noiseAndSmoothedBackgroundHaveTheirPower() {
    FlatPatch patch = new FlatPatch(400, 400, 1, 10, 10);
    Band band = Band.of("150", Bandpass.at(150), 5, new Noise(20, 1000, 3), "test");
    MapRequest request =
        MapRequest.of(patch, List.of(band), 9)
            .withBackground(CmbSpectrum.STANDARD)
            .withNoise()
            .withMargin(0);
    FourierPlane plane =
        new RealFft2(400, 400)
            .forward(MapSimulation.run(request, Loop.SERIAL).maps().get(0).values(), Loop.SERIAL);
    double[] edges = new double[19];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = 500 + 100 * i;
    }
    AngularSpectrum noise = band.noise()::at;
    double chi2 = 0;
    for (PowerEstimate bin : PowerEstimate.of(plane, patch, edges)) {
      double beam = band.beam().at(bin.ell());
      double pixel = Math.sin(bin.ell() / 21600 * Math.PI) / (bin.ell() / 21600 * Math.PI);
      double wanted =
          CmbSpectrum.STANDARD.at(bin.ell()) * beam * beam * pixel + noise.at(bin.ell());
      double pull = (bin.power() / wanted - 1) / Math.sqrt(2.0 / bin.modes());
      chi2 += pull * pull;
    }
    assertThat(chi2).isBetween(4.0, 45.0);
  }

  @Test
  void marginsTakeTheEdgesAway() {
    MapRequest request =
        MapRequest.of(PATCH, bands, 3).withClusters(List.of(at(-3, 80, 8e14, 0.5, 0)), physics);
    assertThat(request.margin()).isGreaterThanOrEqualTo(10);
    BandMaps maps = MapSimulation.run(request, Loop.SERIAL);
    assertThat(maps.truth()).isEmpty();
    assertThat(maps.maps().get(0).at(0, 80)).isLessThan(-20);
    assertThat(maps.maps().get(0).at(199, 80)).isCloseTo(0, within(0.05f));
    assertThat(maps.maps().get(0).patch()).isEqualTo(PATCH);
  }

  @Test
  void threadsAndOtherFieldsChangeNothing() {
    List<Cluster> clusters = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      clusters.add(at(10 + 17 * i, 20 + 12 * i, 1e14 * (i + 1), 0.1 + 0.1 * i, 100 * i));
    }
    MapRequest request =
        MapRequest.of(PATCH, bands, 5)
            .withBackground(CmbSpectrum.STANDARD)
            .withClusters(clusters, physics)
            .withSources(List.of(SourcePopulation.radio(1e-4, 1)), 1e-3)
            .withForegrounds(List.of(Foreground.clusteredDust()))
            .withNoise();
    BandMaps serial = MapSimulation.run(request, Loop.SERIAL);
    ExecutorService executor = Executors.newFixedThreadPool(3);
    try {
      BandMaps parallel = MapSimulation.run(request, Loop.on(executor, 4));
      for (int i = 0; i < 3; i++) {
        assertThat(parallel.maps().get(i).values()).containsExactly(serial.maps().get(i).values());
      }
      assertThat(parallel.truth()).hasSameSizeAs(serial.truth());
    } finally {
      executor.shutdown();
    }
    BandMaps oneBand =
        MapSimulation.run(
            new MapRequest(
                PATCH,
                bands.subList(2, 3),
                5,
                request.background(),
                clusters,
                physics,
                request.sources(),
                1e-3,
                request.foregrounds(),
                true,
                request.margin()),
            Loop.SERIAL);
    assertThat(oneBand.map("220").values()).containsExactly(serial.map("220").values());
  }

  @Test
  void refusesWhatCannotBe() {
    MapRequest request = MapRequest.of(PATCH, bands, 1);
    assertThatThrownBy(() -> request.withClusters(List.of(at(1, 1, 1e14, 1, 0)), null))
        .hasMessageContaining("physics");
    FlatPatch coarse = new FlatPatch(100, 100, 2, 0, 0);
    assertThatThrownBy(() -> MapRequest.of(coarse, bands, 1).withSources(List.of(few(0, 0)), 1))
        .hasMessageContaining("pixels of at most");
    assertThatThrownBy(() -> MapRequest.of(PATCH, List.of(), 1)).hasMessageContaining("band");
    assertThatThrownBy(() -> MapRequest.of(new FlatPatch(5000, 10, 0.1, 0, 0), bands, 1))
        .hasMessageContaining("4096");
    assertThat(request.withNoise().bytes()).isEqualTo(4L * 7 * request.grid().pixels());
  }
}
