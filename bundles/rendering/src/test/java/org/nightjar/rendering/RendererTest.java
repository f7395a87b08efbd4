package org.nightjar.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nightjar.rendering.light.Ellipse;
import org.nightjar.rendering.light.GaussianLight;
import org.nightjar.rendering.light.PointSource;
import org.nightjar.rendering.light.Sersic;
import org.nightjar.rendering.pixel.LightSky;
import org.nightjar.rendering.pixel.PixelGrid;
import org.nightjar.rendering.pixel.PixelIntegrator;
import org.nightjar.rendering.pixel.Sampling;
import org.nightjar.rendering.psf.GaussianPsf;
import org.nightjar.rendering.psf.KolmogorovPsf;
import org.nightjar.rendering.psf.MoffatPsf;
import org.nightjar.rendering.psf.Psf;

class RendererTest {
  @Test
  void lightIsConserved() {
    for (Psf psf : List.of(new GaussianPsf(0.7), new MoffatPsf(0.9, 3), new KolmogorovPsf(0.8))) {
      PixelGrid grid = PixelGrid.square(161, 0.2);
      Sersic galaxy = Sersic.ofFlux(Ellipse.of(0.03, 0.04, 0.6, 0.5), 0.5, 1, 1000);
      float[] image = new float[grid.pixels()];
      new Renderer(grid, psf, Sampling.adaptive(1e-3))
          .render(new LightSky(List.of(galaxy)), List.of(), image);
      assertThat(sum(image)).isCloseTo(1000, within(psf instanceof GaussianPsf ? 0.1 : 2));
    }
  }

  @Test
  void cuspsAreResolved() {
    PixelGrid grid = PixelGrid.square(401, 0.2);
    Sersic galaxy = Sersic.ofFlux(Ellipse.circle(0.05, -0.02), 0.5, 4, 1000).truncated(40);
    float[] image = new float[grid.pixels()];
    new PixelIntegrator(grid, Sampling.adaptive(1e-3))
        .integrate(new LightSky(List.of(galaxy)), image);
    assertThat(sum(image)).isCloseTo(1000, within(2.0));
    new PixelIntegrator(grid, Sampling.centres()).integrate(new LightSky(List.of(galaxy)), image);
    assertThat(Math.abs(sum(image) - 1000)).isGreaterThan(5);
  }

  @Test
  void pixelsAreAsRightAsTheyAreToldToBe() {
    PixelGrid grid = PixelGrid.square(41, 0.25);
    LightSky sky = new LightSky(List.of(Sersic.ofFlux(Ellipse.of(0.1, 0, 0.5, 1), 0.6, 1.5, 500)));
    float[] exact = new float[grid.pixels()];
    float[] adaptive = new float[grid.pixels()];
    new PixelIntegrator(grid, Sampling.fixed(31)).integrate(sky, exact);
    // 31 x 31 points are themselves 0.004 off in the middle.
    for (double tolerance : new double[] {0.3, 0.1, 0.03, 0.01}) {
      new PixelIntegrator(grid, Sampling.adaptive(tolerance)).integrate(sky, adaptive);
      double worst = 0;
      for (int i = 0; i < exact.length; i++) {
        worst = Math.max(worst, Math.abs(exact[i] - adaptive[i]));
      }
      assertThat(worst).isLessThan(tolerance);
    }
  }

  @Test
  void aBlurredGaussianIsAWiderOne() {
    PixelGrid grid = PixelGrid.square(61, 0.2);
    double sigma = 0.4;
    GaussianPsf psf = new GaussianPsf(0.9);
    float[] image = new float[grid.pixels()];
    new Renderer(grid, psf, Sampling.adaptive(1e-4))
        .render(
            new LightSky(List.of(new GaussianLight(Ellipse.circle(0.05, 0.1), sigma, 100))),
            List.of(),
            image);
    double wide = Math.hypot(sigma, psf.sigma());
    GaussianPsf both = new GaussianPsf(2 * wide * Math.sqrt(2 * Math.log(2)));
    float[] star = new float[grid.pixels()];
    new Renderer(grid, both, Sampling.adaptive(1e-4))
        .render(new LightSky(List.of()), List.of(new PointSource(0.05, 0.1, 100)), star);
    for (int i = 0; i < image.length; i++) {
      assertThat(image[i]).isCloseTo(star[i], within(2e-3f));
    }
  }

  @Test
  void narrowFunctionsAreConvolvedOnAFinerGrid() {
    PixelGrid grid = PixelGrid.square(61, 0.1);
    GaussianPsf psf = new GaussianPsf(0.1);
    assertThat(Renderer.oversampling(grid, psf)).isEqualTo(3);
    assertThat(Renderer.oversampling(grid, new GaussianPsf(0.25))).isEqualTo(1);
    float[] image = new float[grid.pixels()];
    float[] star = new float[grid.pixels()];
    new Renderer(grid, psf, Sampling.adaptive(1e-4))
        .render(
            new LightSky(List.of(new GaussianLight(Ellipse.circle(0, 0), 0.05, 100))),
            List.of(),
            image);
    double wide = Math.hypot(0.05, psf.sigma()) * 2 * Math.sqrt(2 * Math.log(2));
    new Renderer(grid, new GaussianPsf(wide), Sampling.adaptive(1e-4))
        .render(new LightSky(List.of()), List.of(new PointSource(0, 0, 100)), star);
    for (int i = 0; i < image.length; i++) {
      assertThat(image[i]).isCloseTo(star[i], within(0.3f));
    }
  }

  private static double sum(float[] image) {
    double sum = 0;
    for (float value : image) {
      sum += value;
    }
    return sum;
  }
}
