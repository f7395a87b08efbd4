package org.nightjar.simulation.internal.validate.lensing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.nightjar.lensing.mass.MassProfile;
import org.nightjar.lensing.plane.PlaneStack;
import org.nightjar.lensing.scene.LensedSky;
import org.nightjar.rendering.light.LightProfile;
import org.nightjar.rendering.pixel.PixelGrid;
import org.nightjar.rendering.pixel.PixelIntegrator;
import org.nightjar.rendering.pixel.Sampling;
import org.nightjar.rendering.psf.Convolution;
import org.nightjar.rendering.psf.GaussianPsf;
import org.nightjar.rendering.psf.Kernel;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** Pictures of a lens without noise, looked at in the middles of pixels. */
final class PictureCases implements CaseEvaluator {
  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check) {
    JsonNode inputs = reference.inputs();
    JsonNode side = inputs.path("n_pix");
    Optional<Double> scale = Inputs.number(inputs, "pixel_scale_arcsec");
    Optional<List<MassProfile>> mass =
        Lenses.profiles(inputs.path("lens"), inputs.path("lens_parameters"));
    Optional<List<LightProfile>> source = Light.profiles(inputs.path("source_sersic"));
    Optional<List<LightProfile>> lens = Light.profiles(inputs.path("lens_light_sersic"));
    boolean known =
        Inputs.only(
                inputs,
                "n_pix",
                "pixel_scale_arcsec",
                "pixel_centres",
                "lens",
                "lens_parameters",
                "source_sersic",
                "lens_light_sersic",
                "psf",
                "b_n")
            && inputs.path("b_n").asText().equals("exact")
            && reference.model().contains("pixel centres")
            && side.isInt();
    if (!known || scale.isEmpty() || mass.isEmpty() || source.isEmpty() || lens.isEmpty()) {
      return Optional.empty();
    }
    PixelGrid grid = PixelGrid.square(side.asInt(), scale.get());
    float[] image = new float[grid.pixels()];
    LensedSky sky = new LensedSky(PlaneStack.single(mass.get(), lens.get(), source.get()));
    new PixelIntegrator(grid, Sampling.centres()).integrate(sky, image);
    return value(check.path("quantity").asText(), grid, image, inputs.path("psf"));
  }

  private static Optional<JsonNode> value(
      String quantity, PixelGrid grid, float[] image, JsonNode psf) {
    return switch (quantity) {
      case "sum_unconvolved" -> Optional.of(Inputs.number(sum(image)));
      case "image_unconvolved" -> Optional.of(Inputs.image(image, grid.width()));
      case "sum_convolved" -> convolved(grid, image, psf).map(seen -> Inputs.number(sum(seen)));
      case "image_convolved" ->
          convolved(grid, image, psf).map(seen -> Inputs.image(seen, grid.width()));
      default -> Optional.empty();
    };
  }

  private static Optional<float[]> convolved(PixelGrid grid, float[] image, JsonNode psf) {
    Optional<Double> width = Inputs.number(psf, "fwhm_arcsec");
    boolean sampled = psf.path("formula").asText().startsWith("exp(-(i^2+j^2)/(2 s^2))");
    if (width.isEmpty()
        || !sampled
        || !psf.path("size").isInt()
        || !Inputs.only(psf, "fwhm_arcsec", "size", "formula")) {
      return Optional.empty();
    }
    Kernel kernel = new GaussianPsf(width.get()).sampled(grid.scale(), psf.path("size").asInt());
    float[] seen = new float[image.length];
    Convolution.of(kernel, grid.width(), grid.height()).apply(image, seen);
    return Optional.of(seen);
  }

  private static double sum(float[] image) {
    double sum = 0;
    for (float value : image) {
      sum += value;
    }
    return sum;
  }
}
