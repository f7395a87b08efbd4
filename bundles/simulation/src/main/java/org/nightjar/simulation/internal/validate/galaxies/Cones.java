package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nightjar.api.error.NightjarException;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.galaxies.population.RedshiftCone;
import org.nightjar.simulation.internal.validate.CosmologyReader;

/** What cases ask about galaxies in a part of the sky. */
final class Cones {
  private static final Pattern GRID = Pattern.compile("^N_.*?(\\d+)_point_grid$");
  private static final int MOST = 5_000_000;

  private Cones() {}

  static Cosmology cosmology(CosmologyReader cosmologies, Question question)
      throws UnknownException, NightjarException {
    Optional<? extends Cosmology> read = cosmologies.read(question.node("cosmology"));
    if (read.isEmpty()) {
      throw new UnknownException("no such cosmology");
    }
    return read.get();
  }

  static double[] range(Question question) throws UnknownException {
    double[] range = question.numbers("z_range");
    if (range.length != 2) {
      throw new UnknownException("no range of redshifts");
    }
    return range;
  }

  /** Expected numbers, densities and quantiles of redshifts, or redshifts. */
  static JsonNode answer(Question question, RedshiftCone cone, double area)
      throws UnknownException {
    Optional<JsonNode> points = question.any("z_points");
    String quantity = question.quantity();
    Matcher grid = GRID.matcher(quantity);
    if (grid.find()) {
      return Json.of(cone.trapezoid(Integer.parseInt(grid.group(1))));
    }
    if (quantity.startsWith("N_expected") || quantity.equals("N")) {
      return Json.of(cone.expected());
    }
    if (quantity.startsWith("dN_dz") && points.isPresent()) {
      double per = quantity.contains("per_deg2") ? area : 1;
      return Json.each(points.get(), z -> cone.perRedshift(z) / per);
    }
    if (quantity.startsWith("redshift_quantiles") && question.compares("close")) {
      return Json.each(question.node("probabilities"), cone::quantile);
    }
    if (quantity.contains("redshift") || quantity.equals("sample_quantiles")) {
      double[] redshifts = new double[size(question, cone)];
      cone.fill(Question.random("redshift"), 0, redshifts);
      return new Draws(redshifts).answer(question);
    }
    throw question.unknownQuantity();
  }

  /** As many as are wanted, or as there are. */
  static int size(Question question, RedshiftCone cone) {
    long there = Math.min(MOST, cone.count(Question.random("count")));
    return question.samples((int) there);
  }
}
