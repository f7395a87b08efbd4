package org.nightjar.itests.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.itests.samples.FitsBytes;

/** Generated frames of every sort, each to be treated as what it is. */
class ExposureTreatmentTest {
  private static final int WIDTH = 300;
  private static final int HEIGHT = 240;
  private static final int DATA = 260;
  private static final double NOISE = 6;

  @TempDir Path folder;
  private Nightjar nightjar;

  @BeforeEach
  void system() {
    nightjar = new Nightjar(folder.resolve("data"));
  }

  @Test
  void overscanIsTakenOffAndNoPartOfTheSky() throws Exception {
    float[] pixels = sky(1, 700);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        pixels[y * WIDTH + x] = x < DATA ? pixels[y * WIDTH + x] + 500 : noise(500, x * 7919L + y);
      }
    }
    Map<String, Object> cards = cards("science", 0);
    cards.put("DATASEC", "[1:260,1:240]");
    cards.put("BIASSEC", "[261:300,1:240]");
    ObjectNode report = check(cards, pixels);
    assertThat(value(report, "overscan")).isCloseTo(500, within(1.0));
    assertThat(value(report, "background")).isCloseTo(700, within(5.0));
    assertThat(value(report, "deadLines")).isZero();
    assertThat(value(report, "pixels")).isEqualTo(DATA * HEIGHT);
    assertThat(report.path("verdict").asText()).isEqualTo("ok");
  }

  @Test
  void maskAndWeightPlanesLeaveBadPixelsOut() throws Exception {
    float[] pixels = sky(2, 700);
    float[] mask = new float[pixels.length];
    float[] weight = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % WIDTH;
      boolean masked = x >= 100 && x < 120;
      boolean unweighted = x >= 200 && x < 210;
      pixels[i] = masked || unweighted ? 1e6f : pixels[i];
      mask[i] = masked ? 1 : 0;
      weight[i] = unweighted ? 0 : 1;
    }
    byte[] file =
        new FitsBytes()
            .image(cards("science", 0), WIDTH, pixels)
            .image(Map.of("EXTNAME", "MASK"), WIDTH, mask)
            .image(Map.of("EXTNAME", "WEIGHT"), WIDTH, weight)
            .bytes();
    ObjectNode report = check(file);
    assertThat(value(report, "maskedFraction")).isCloseTo(0.1, within(0.001));
    assertThat(value(report, "background")).isCloseTo(700, within(5.0));
    assertThat(value(report, "hotPixels")).isZero();
    assertThat(report.path("verdict").asText()).isEqualTo("ok");
  }

  @Test
  void calibrationFramesAreJudgedByWhatTheyAreFor() throws Exception {
    ObjectNode flat = check(cards("FLAT", 0), plain(20_000, 140, 3));
    assertThat(flat.path("verdict").asText()).as("%s", flat.path("reasons")).isEqualTo("ok");
    assertThat(value(flat, "uniformity")).isGreaterThan(0.9);
    assertThat(flat.path("measurements").has("seeing")).isFalse();
    ObjectNode bias = check(cards("BIAS", 1), plain(300, 4, 4));
    assertThat(bias.path("verdict").asText()).as("%s", bias.path("reasons")).isEqualTo("ok");
    assertThat(value(bias, "noise")).isCloseTo(4, within(0.2));
  }

  @Test
  void theSameFrameTwiceIsSaid() throws Exception {
    float[] pixels = sky(5, 700);
    check(cards("science", 0), pixels);
    ObjectNode second = check(cards("science", 5), pixels);
    assertThat(second.findValuesAsText("what")).contains("duplicate-frame");
    assertThat(second.path("verdict").asText()).isNotEqualTo("ok");
    ObjectNode other = check(cards("science", 10), sky(6, 700));
    assertThat(other.findValuesAsText("what")).doesNotContain("duplicate-frame");
  }

  @Test
  void aFrameIsComparedWithTheLastGoodOnes() throws Exception {
    Path profiles = Files.createDirectories(folder.resolve("data/profiles"));
    Files.writeString(
        profiles.resolve("ours.yaml"),
        """
        extends: generic
        site: {name: here, longitude: 10, latitude: 20, elevation: 30}
        thresholds:
          background: {relative: {above: {warning: 1.5, alarm: 4}}}
        """);
    List<byte[]> night = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      night.add(new FitsBytes().image(cards("science", i), WIDTH, sky(20 + i, 700)).bytes());
    }
    for (byte[] frame : night) {
      assertThat(check(frame, "--profile", "ours").path("verdict").asText()).isEqualTo("ok");
    }
    ObjectNode bright =
        check(
            new FitsBytes().image(cards("science", 30), WIDTH, sky(40, 1400)).bytes(),
            "--profile",
            "ours");
    assertThat(value(bright, "referenceFrames")).isEqualTo(6);
    assertThat(bright.path("verdict").asText()).isEqualTo("questionable");
    assertThat(bright.path("reasons").toString()).contains("background").contains("good frames");
  }

  private ObjectNode check(Map<String, Object> cards, float[] pixels)
      throws IOException, InterruptedException, NightjarException {
    return check(new FitsBytes().image(cards, WIDTH, pixels).bytes());
  }

  private ObjectNode check(byte[] file, String... options)
      throws IOException, InterruptedException, NightjarException {
    Path path = Files.write(Files.createTempFile(folder, "frame", ".fits"), file);
    List<String> arguments = new ArrayList<>(List.of("check", "--json"));
    arguments.addAll(List.of(options));
    arguments.add(path.toString());
    Nightjar.Outcome outcome = nightjar.run(arguments.toArray(String[]::new));
    Supplier<String> said = () -> outcome.out() + outcome.err();
    assertThat(outcome.lines()).as(said).hasSize(1);
    assertThat(outcome.lines().get(0).has("measurements")).as(said).isTrue();
    return outcome.lines().get(0);
  }

  private static double value(ObjectNode report, String name) {
    return report.path("measurements").path(name).path("value").asDouble(Double.NaN);
  }

  private static Map<String, Object> cards(String type, int minute) {
    Map<String, Object> cards = new LinkedHashMap<>();
    cards.put("DATE-OBS", String.format("2026-11-20T03:%02d:00", minute));
    cards.put("EXPTIME", 30.0);
    cards.put("INSTRUME", "Camera");
    cards.put("FILTER", "r");
    cards.put("IMAGETYP", type);
    cards.put("SATURATE", 60_000.0);
    return cards;
  }

  private static float[] plain(double level, double scatter, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] pixels = new float[WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) (level + scatter * random.nextGaussian());
    }
    return pixels;
  }

  private static float noise(double level, long seed) {
    return (float) (level + 3 * new SplittableRandom(seed).nextGaussian());
  }

  private static float[] sky(long seed, double level) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] pixels = plain(level, NOISE, seed + 1000);
    for (int star = 0; star < 40; star++) {
      double x = DATA * random.nextDouble();
      double y = HEIGHT * random.nextDouble();
      double peak = 150 * Math.pow(10, 1.5 * random.nextDouble());
      for (int j = (int) Math.max(0, y - 12); j < Math.min(HEIGHT, y + 12); j++) {
        for (int i = (int) Math.max(0, x - 12); i < Math.min(WIDTH, x + 12); i++) {
          double r2 = (i - x) * (i - x) + (j - y) * (j - y);
          pixels[j * WIDTH + i] += (float) (peak * Math.exp(-r2 / 4.5));
        }
      }
    }
    return pixels;
  }
}
