package org.nightjar.simulation.internal.validate.lensing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nightjar.rendering.Renderer;
import org.nightjar.rendering.light.Ellipse;
import org.nightjar.rendering.light.Magnitude;
import org.nightjar.rendering.light.Sersic;
import org.nightjar.rendering.pixel.LightSky;
import org.nightjar.rendering.pixel.PixelGrid;
import org.nightjar.rendering.pixel.Sampling;
import org.nightjar.rendering.psf.GaussianPsf;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.ReferenceCase;

/** The light of a rendered galaxy, all pixels together. */
final class FluxCases implements CaseEvaluator {
  private static final Pattern TOTAL = Pattern.compile("total_e_per_s \\(n=(\\d+(\\.\\d+)?)\\)");

  /** Pixels and seeing do not matter for the sum; these are a telescope's on the ground. */
  private static final double SCALE = 0.2;

  private static final double SEEING = 0.7;
  private static final double TOLERANCE = 1e-7;

  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check) {
    JsonNode inputs = reference.inputs();
    Matcher quantity = TOTAL.matcher(check.path("quantity").asText());
    Optional<Double> magnitude = Inputs.number(inputs, "magnitude");
    Optional<Double> zero = Inputs.number(inputs, "zero_point");
    Optional<Double> radius = Inputs.number(inputs, "R_e_arcsec");
    Optional<Double> stamp = Inputs.number(inputs, "stamp_arcsec");
    if (!quantity.matches()
        || magnitude.isEmpty()
        || zero.isEmpty()
        || radius.isEmpty()
        || stamp.isEmpty()
        || !Inputs.only(inputs, "magnitude", "zero_point", "n", "R_e_arcsec", "stamp_arcsec")) {
      return Optional.empty();
    }
    double flux = new Magnitude(zero.get()).rate(magnitude.get());
    double n = Double.parseDouble(quantity.group(1));
    Sersic galaxy = Sersic.ofFlux(Ellipse.circle(0, 0), radius.get(), n, flux);
    PixelGrid grid = PixelGrid.square((int) Math.rint(stamp.get() / SCALE), SCALE);
    float[] image = new float[grid.pixels()];
    new Renderer(grid, new GaussianPsf(SEEING), Sampling.adaptive(TOLERANCE * flux))
        .render(new LightSky(List.of(galaxy)), List.of(), image);
    double sum = 0;
    for (float value : image) {
      sum += value;
    }
    return Optional.of(Inputs.number(sum));
  }
}
