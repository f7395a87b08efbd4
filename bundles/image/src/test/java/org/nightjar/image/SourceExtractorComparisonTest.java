package org.nightjar.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our figures beside those of the program whose documentation we follow, on real images. */
class SourceExtractorComparisonTest {

  private static final String[] CONTRAST = {"-DEBLEND_MINCONT", "0.005"};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"M6707HH.fits", "sep_image.fits", "reprojected_sdss_r.fits.bz2"})
  void backgroundNoiseAndCountAgree(String name) throws Exception {
    Path file = TestData.plain(name, folder);
    SourceExtractorProgram.Result theirs = SourceExtractorProgram.in(folder).run(file, CONTRAST);
    PixelRows image = TestFits.read(file).rows();

    BackgroundMesh mesh = BackgroundMesh.measure(image, BackgroundSettings.defaults());
    SourceList ours = SourceDetection.detect(image, mesh, DetectionSettings.defaults());

    assertThat(mesh.globalBackground()).isCloseTo(theirs.background(), withinPercentage(0.1));
    assertThat(mesh.globalRms()).isCloseTo(theirs.rms(), withinPercentage(0.1));
    assertThat(ours.sources())
        .hasSizeBetween(
            (int) Math.ceil(theirs.sources().size() * 0.9), (int) (theirs.sources().size() * 1.1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"M6707HH.fits", "sep_image.fits", "reprojected_sdss_r.fits.bz2"})
  void withoutDeblendingAndCleaningTheRegionsAreTheSame(String name) throws Exception {
    Path file = TestData.plain(name, folder);
    SourceExtractorProgram.Result theirs =
        SourceExtractorProgram.in(folder).run(file, "-DEBLEND_MINCONT", "1", "-CLEAN", "N");
    PixelRows image = TestFits.read(file).rows();

    BackgroundMesh mesh = BackgroundMesh.measure(image, BackgroundSettings.defaults());
    DetectionSettings settings = DetectionSettings.defaults().withDeblending(1, 1).withCleaning(0);
    List<Source> ours = SourceDetection.detect(image, mesh, settings).sources();

    assertThat((double) ours.size()).isCloseTo(theirs.sources().size(), withinPercentage(0.5));
  }

  @Test
  void positionsAxesAndFluxesAgree() throws Exception {
    Path file = TestData.plain("sep_image.fits", folder);
    SourceExtractorProgram.Result theirs = SourceExtractorProgram.in(folder).run(file, CONTRAST);
    PixelRows image = TestFits.read(file).rows();
    BackgroundMesh mesh = BackgroundMesh.measure(image, BackgroundSettings.defaults());
    List<Source> ours = SourceDetection.detect(image, mesh, DetectionSettings.defaults()).sources();

    int alike = 0;
    for (double[] their : theirs.sources()) {
      alike += ours.stream().anyMatch(source -> isAlike(source, their)) ? 1 : 0;
    }

    assertThat(alike).isGreaterThanOrEqualTo(theirs.sources().size() * 8 / 10);
  }

  private static boolean isAlike(Source source, double[] their) {
    return Math.hypot(source.x() + 1 - their[0], source.y() + 1 - their[1]) < 0.05
        && Math.abs(source.a() / their[2] - 1) < 0.02
        && Math.abs(source.b() / their[3] - 1) < 0.02
        && Math.abs(source.flux() / their[4] - 1) < 0.02
        && Math.abs(source.peak() / their[5] - 1) < 0.02;
  }

  /** The two differ by the kind of spline alone: RATIONALE.md. */
  @Test
  void mapsAgreePixelByPixel() throws Exception {
    TestFits image = TestFits.read(TestData.exposure("sep_image.fits"));
    TestFits back = TestFits.read(TestData.exposure("sep_back.fits"));
    TestFits noise = TestFits.read(TestData.exposure("sep_rms.fits"));
    BackgroundMap map = BackgroundMesh.measure(image.rows(), BackgroundSettings.defaults()).map();

    float[] ours = new float[image.width()];
    double[] backOff = new double[image.pixels().length];
    double[] noiseOff = new double[image.pixels().length];
    for (int y = 0; y < image.height(); y++) {
      map.backgroundRow(y, image.width(), ours);
      for (int x = 0; x < image.width(); x++) {
        int at = y * image.width() + x;
        backOff[at] = Math.abs(ours[x] / back.pixels()[at] - 1);
      }
      map.rmsRow(y, image.width(), ours);
      for (int x = 0; x < image.width(); x++) {
        int at = y * image.width() + x;
        noiseOff[at] = Math.abs(ours[x] / noise.pixels()[at] - 1);
      }
    }
    Arrays.sort(backOff);
    Arrays.sort(noiseOff);

    assertThat(backOff[backOff.length / 2]).isCloseTo(0, within(2e-5));
    assertThat(backOff[backOff.length - 1]).isCloseTo(0, within(1e-4));
    assertThat(noiseOff[noiseOff.length / 2]).isCloseTo(0, within(5e-4));
    assertThat(noiseOff[noiseOff.length - 1]).isCloseTo(0, within(5e-3));
  }

  @Test
  void missingPixelsAreTreatedAlike() throws Exception {
    TestFits whole = TestFits.read(TestData.exposure("sep_image.fits"));
    float[] pixels = whole.pixels().clone();
    for (int y = 0; y < whole.height(); y++) {
      for (int x = 0; x < (y < 70 ? 70 : 40); x++) {
        pixels[y * whole.width() + x] = Float.NaN;
      }
    }
    Path file =
        FloatFits.write(folder.resolve("holes.fits"), pixels, whole.width(), whole.height());
    SourceExtractorProgram.Result theirs = SourceExtractorProgram.in(folder).run(file, CONTRAST);

    PixelRows image = PixelRows.of(pixels, whole.width(), whole.height());
    BackgroundMesh mesh = BackgroundMesh.measure(image, BackgroundSettings.defaults());
    List<Source> ours = SourceDetection.detect(image, mesh, DetectionSettings.defaults()).sources();

    assertThat(mesh.globalBackground()).isCloseTo(theirs.background(), withinPercentage(0.01));
    assertThat(mesh.globalRms()).isCloseTo(theirs.rms(), withinPercentage(0.1));
    assertThat((double) ours.size()).isCloseTo(theirs.sources().size(), withinPercentage(10));
    assertThat(ours)
        .noneMatch(
            source ->
                Float.isNaN(
                    pixels[
                        (int) Math.round(source.y()) * whole.width()
                            + (int) Math.round(source.x())]));
  }
}
