package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue and the maps that come with an image, at the settings they were made with. */
class ReferenceCatalogueTest {

  /** sep_default.sex: the defaults but for a contrast of 1, which deblends nothing. */
  private static final DetectionSettings SETTINGS =
      DetectionSettings.defaults().withDeblending(32, 1).withSaturationLevel(50_000);

  @Test
  void countAndPositionsAreThoseOfTheCatalogue() throws IOException {
    List<double[]> catalogue = catalogue();
    TestFits image = TestFits.read(TestData.exposure("sep_image.fits"));
    BackgroundMesh mesh = BackgroundMesh.measure(image.rows(), BackgroundSettings.defaults());

    List<Source> ours = SourceDetection.detect(image.rows(), mesh, SETTINGS).sources();

    assertThat((double) ours.size()).isCloseTo(catalogue.size(), withinPercentage(10));
    long matched = catalogue.stream().filter(their -> nearest(ours, their) < 0.3).count();
    assertThat((double) matched).isGreaterThanOrEqualTo(0.9 * catalogue.size());
    // Whatever is the same source at all is at the same place.
    assertThat(catalogue)
        .filteredOn(their -> nearest(ours, their) < 3)
        .allSatisfy(their -> assertThat(nearest(ours, their)).isLessThan(0.3));
  }

  @Test
  void mapsAreThoseOfTheCheckImages() throws IOException {
    TestFits image = TestFits.read(TestData.exposure("sep_image.fits"));
    TestFits back = TestFits.read(TestData.exposure("sep_back.fits"));
    TestFits noise = TestFits.read(TestData.exposure("sep_rms.fits"));
    BackgroundMap map = BackgroundMesh.measure(image.rows(), BackgroundSettings.defaults()).map();
    int width = image.width();
    double[] backOff = new double[image.pixels().length];
    double[] noiseOff = new double[image.pixels().length];
    float[] ourBack = new float[width];
    float[] ourNoise = new float[width];
    for (int i = 0; i < backOff.length; i++) {
      if (i % width == 0) {
        map.backgroundRow(i / width, width, ourBack);
        map.rmsRow(i / width, width, ourNoise);
      }
      backOff[i] = Math.abs(ourBack[i % width] / back.pixels()[i] - 1);
      noiseOff[i] = Math.abs(ourNoise[i % width] / noise.pixels()[i] - 1);
    }

    assertThat(Arrays.stream(backOff).sorted().toArray()[backOff.length / 2])
        .isCloseTo(0, within(0.01));
    assertThat(Arrays.stream(noiseOff).sorted().toArray()[noiseOff.length / 2])
        .isCloseTo(0, within(0.05));
  }

  /** X_IMAGE and Y_IMAGE, made zero-based. */
  private static List<double[]> catalogue() throws IOException {
    List<double[]> positions =
        Files.readAllLines(TestData.exposure("sep_image.cat")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.strip().split(" +"))
            .map(
                words ->
                    new double[] {
                      Double.parseDouble(words[1]) - 1, Double.parseDouble(words[2]) - 1
                    })
            .toList();
    assertThat(positions).hasSizeGreaterThan(50);
    return positions;
  }

  private static double nearest(List<Source> ours, double[] their) {
    return ours.stream()
        .mapToDouble(source -> Math.hypot(source.x() - their[0], source.y() - their[1]))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
