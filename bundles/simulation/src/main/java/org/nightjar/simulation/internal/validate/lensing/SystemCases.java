package org.nightjar.simulation.internal.validate.lensing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.List;
import java.util.Optional;
import org.nightjar.lensing.mass.IsothermalEllipsoid;
import org.nightjar.lensing.plane.PlaneStack;
import org.nightjar.lensing.scene.LensedSky;
import org.nightjar.lensing.scene.Shares;
import org.nightjar.rendering.light.Ellipse;
import org.nightjar.rendering.light.GaussianLight;
import org.nightjar.rendering.pixel.PixelGrid;
import org.nightjar.rendering.pixel.PixelIntegrator;
import org.nightjar.rendering.pixel.Sampling;
import org.nightjar.simulation.internal.validate.CaseEvaluator;
import org.nightjar.simulation.internal.validate.ReferenceCase;
import org.nightjar.statistics.random.Philox;
import org.nightjar.statistics.random.Streams;

/** How many systems of one configuration are delivered. */
final class SystemCases implements CaseEvaluator {
  @Override
  public Optional<JsonNode> evaluate(ReferenceCase reference, JsonNode check) {
    JsonNode inputs = reference.inputs();
    JsonNode size = inputs.path("SIZE");
    Optional<Double> fraction = Inputs.number(inputs, "FRACTION");
    Optional<double[]> redshifts = Inputs.numbers(inputs.path("fixed_redshifts"));
    if (!check.path("quantity").asText().equals("n_systems")
        || !size.isInt()
        || fraction.isEmpty()
        || redshifts.isEmpty()
        || !Inputs.only(inputs, "SIZE", "FRACTION", "fixed_redshifts")) {
      return Optional.empty();
    }
    double rest = 1 - fraction.get();
    int count = Shares.of(size.asInt(), fraction.get(), rest)[0];
    Philox random = new Streams(1).stream("systems");
    PixelGrid grid = PixelGrid.square(8, 0.5);
    int delivered = 0;
    for (int id = 0; id < count; id++) {
      delivered += shows(grid, random.at(id)) ? 1 : 0;
    }
    return Optional.of(IntNode.valueOf(delivered));
  }

  private static boolean shows(PixelGrid grid, Philox random) {
    Ellipse source = Ellipse.circle(0.2 * random.nextGaussian(), 0.2 * random.nextGaussian());
    PlaneStack stack =
        PlaneStack.single(
            List.of(IsothermalEllipsoid.singular(Ellipse.of(0, 0, 0.8, 0), 1)),
            List.of(),
            List.of(new GaussianLight(source, 0.3, 1)));
    float[] image = new float[grid.pixels()];
    new PixelIntegrator(grid, Sampling.centres()).integrate(new LensedSky(stack), image);
    double sum = 0;
    for (float value : image) {
      sum += value;
    }
    return sum > 0;
  }
}
