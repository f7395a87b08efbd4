package org.nightjar.rendering.psf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nightjar.rendering.light.PointSource;
import org.nightjar.rendering.pixel.PixelGrid;

class PsfTest {
  static Stream<Psf> all() {
    return Stream.of(
        new GaussianPsf(0.9),
        new MoffatPsf(0.9, 4.765),
        new MoffatPsf(0.7, 2.5),
        new KolmogorovPsf(0.8),
        MixturePsf.doubleGaussian(0.7, 1.6, 0.2),
        new ArrayPsf(new GaussianPsf(0.9).sampled(0.05, 81), 0.05));
  }

  @ParameterizedTest
  @MethodSource("all")
  void halfTheDensityIsAtHalfTheWidth(Psf psf) {
    assertThat(psf.density(0.5 * psf.fwhm(), 0) / psf.density(0, 0)).isCloseTo(0.5, within(0.02));
  }

  @ParameterizedTest
  @MethodSource("all")
  void pixelsHoldWhatTheyCover(Psf psf) {
    double sum = 0;
    for (int j = 0; j < 4; j++) {
      for (int i = 0; i < 4; i++) {
        sum += psf.inPixel(0.13 + 0.05 * (i - 1.5), -0.21 + 0.05 * (j - 1.5), 0.05);
      }
    }
    assertThat(psf.inPixel(0.13, -0.21, 0.2)).isCloseTo(sum, within(5e-4 * sum));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aStarKeepsItsLight(Psf psf) {
    PixelGrid grid = PixelGrid.square(161, 0.263);
    float[] image = new float[grid.pixels()];
    new PointDrawing(grid, psf).add(new PointSource(0.31, -0.17, 1000), image);
    double sum = 0;
    double x = 0;
    for (int i = 0; i < image.length; i++) {
      sum += image[i];
      x += image[i] * grid.x(i % 161);
    }
    assertThat(sum).isCloseTo(1000, within(0.01));
    assertThat(x / sum).isCloseTo(0.31, within(0.01));
  }

  @Test
  void densitiesHoldAllLight() {
    for (Psf psf : List.of(new MoffatPsf(0.9, 4.765), new KolmogorovPsf(0.8))) {
      double sum = 0;
      for (double r = 0.0005; r < psf.reach(); r += 0.001) {
        sum += 2 * Math.PI * r * 0.001 * psf.density(r, 0);
      }
      // 0.3 % of turbulent light is beyond ten widths, as r^(-5/3) says.
      assertThat(sum).isBetween(0.99, 1.0001);
    }
  }

  @Test
  void turbulenceIsTheTransformOfItsTransferFunction() {
    // In the middle, 2 pi integral of exp(-3.44 f^(5/3)) f df is 2 pi 3/5 Gamma(6/5)/3.44^(6/5).
    double middle = 2 * Math.PI * 0.6 * 0.91816874239976 / Math.pow(3.44, 1.2);
    double width = 0.9758;
    assertThat(new KolmogorovPsf(1).density(0, 0)).isCloseTo(middle * width * width, within(2e-3));
  }

  @Test
  void allWaysOfConvolutionAgree() {
    Random random = new Random(3);
    int width = 47;
    int height = 38;
    float[] image = new float[width * height];
    for (int i = 0; i < image.length; i++) {
      image[i] = random.nextFloat();
    }
    double[] weights = random.doubles(15 * 15, 0, 1).toArray();
    Kernel lopsided = Kernel.of(15, weights);
    float[] direct = new float[image.length];
    float[] fourier = new float[image.length];
    new DirectConvolution(lopsided, width, height).apply(image, direct);
    new FourierConvolution(lopsided, width, height).apply(image, fourier);
    float[] separable = new float[image.length];
    float[] plain = new float[image.length];
    Kernel gaussian = MixturePsf.doubleGaussian(0.7, 1.6, 0.2).integrated(0.2, 21);
    new SeparableConvolution(gaussian, width, height).apply(image, separable);
    new DirectConvolution(gaussian, width, height).apply(image, plain);
    for (int i = 0; i < image.length; i++) {
      assertThat(fourier[i]).isCloseTo(direct[i], within(2e-6f));
      assertThat(separable[i]).isCloseTo(plain[i], within(2e-6f));
    }
  }

  @Test
  void aPointInAPictureBecomesTheKernel() {
    double[] weights = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    float[] image = new float[25];
    image[12] = 45;
    float[] out = new float[25];
    new DirectConvolution(Kernel.of(3, weights), 5, 5).apply(image, out);
    assertThat(out[6]).isCloseTo(1, within(1e-5f));
    assertThat(out[8]).isCloseTo(3, within(1e-5f));
    assertThat(out[18]).isCloseTo(9, within(1e-5f));
  }

  @Test
  void kernelsMayBeLargerThanThePicture() {
    float[] image = {1, 2, 3, 4};
    float[] direct = new float[4];
    float[] fourier = new float[4];
    Kernel kernel = new MoffatPsf(2, 3).sampled(1, 13);
    new DirectConvolution(kernel, 2, 2).apply(image, direct);
    new FourierConvolution(kernel, 2, 2).apply(image, fourier);
    for (int i = 0; i < 4; i++) {
      assertThat(fourier[i]).isCloseTo(direct[i], within(1e-6f));
    }
  }

  @Test
  void aFieldThatVariesIsItsKernelAtEachPlace() {
    PixelGrid grid = PixelGrid.square(41, 1);
    double[] core = new double[81];
    double[] lopsided = new double[81];
    for (int i = 0; i < 81; i++) {
      core[i] = new GaussianPsf(2).density(i % 9 - 4, Math.floorDiv(i, 9) - 4);
      lopsided[i] = 0.02 * (i % 9 - 4) * core[i];
    }
    PsfField field =
        new PsfField(
            List.of(core, lopsided), 9, List.of(new PsfField.Term(0, 0), new PsfField.Term(1, 0)));
    float[] image = new float[grid.pixels()];
    image[20 * 41 + 30] = 1;
    float[] out = field.apply(grid, image);
    Kernel there = field.at(grid, grid.x(30), grid.y(20));
    double total = 0;
    for (double weight : core) {
      total += weight;
    }
    for (int j = 0; j < 9; j++) {
      for (int i = 0; i < 9; i++) {
        double expected = there.weight(i, j) * total;
        assertThat((double) out[(20 + j - 4) * 41 + 30 + i - 4]).isCloseTo(expected, within(1e-6));
      }
    }
  }
}
