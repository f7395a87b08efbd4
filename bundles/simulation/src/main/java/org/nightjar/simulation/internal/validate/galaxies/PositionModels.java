package org.nightjar.simulation.internal.validate.galaxies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nightjar.galaxies.position.HealpixPixel;
import org.nightjar.galaxies.position.SkyRegion;
import org.nightjar.galaxies.position.SphericalCap;

/** Places on the sky. */
final class PositionModels {
  private static final int MANY = 100_000;

  private PositionModels() {}

  static List<Model> all() {
    return List.of(new Cap(), new Pixel());
  }

  /** Longitudes and latitudes, degrees. */
  private record Places(double[] longitude, double[] latitude) {
    static Places of(Question question, SkyRegion region) {
      int n = question.samples(MANY);
      Places places = new Places(new double[n], new double[n]);
      region.fill(Question.random("place"), 0, places.longitude, places.latitude);
      return places;
    }

    Draws draws(Measure measure) {
      double[] values = new double[longitude.length];
      Arrays.setAll(values, i -> measure.of(longitude[i], latitude[i]));
      return new Draws(values);
    }

    /** What is asked of coordinates, whatever the region. */
    JsonNode answer(Question question) throws UnknownException {
      String quantity = question.quantity().toLowerCase(Locale.ROOT);
      double unit = quantity.endsWith("_rad") ? Math.PI / 180 : 1;
      if (quantity.contains("sin_") || quantity.contains("cos_theta") || quantity.contains("_z_")) {
        return draws((lon, lat) -> Math.sin(Math.toRadians(lat))).answer(question);
      }
      if (quantity.contains("lat") || quantity.contains("dec")) {
        return draws((lon, lat) -> unit * lat).answer(question);
      }
      if (quantity.contains("lon") || quantity.contains("_ra") || quantity.contains("phi")) {
        return draws((lon, lat) -> unit * lon).answer(question);
      }
      throw question.unknownQuantity();
    }
  }

  @FunctionalInterface
  private interface Measure {
    double of(double longitude, double latitude);
  }

  private record Cap() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.group("positions")
          && (question.has("area_deg2") || question.has("sky_area_deg2"));
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      double area = question.number("area_deg2", "sky_area_deg2");
      double[] centre = centre(question);
      SphericalCap cap = new SphericalCap(centre[0], centre[1], area);
      Places places = Places.of(question, cap);
      return question.quantity().contains("separation")
          ? places.draws(cap::separation).answer(question)
          : places.answer(question);
    }

    /** Separations are the same about any centre. */
    private static double[] centre(Question question) throws UnknownException {
      Optional<JsonNode> both = question.any("centre_deg", "center_deg", "centre", "center");
      if (both.isPresent()) {
        double[] centre = Json.numbers(both.get());
        if (centre.length != 2) {
          throw new UnknownException("no centre");
        }
        return centre;
      }
      return new double[] {
        question.numberOr(0, "ra_deg", "ra", "lon"), question.numberOr(0, "dec_deg", "dec", "lat")
      };
    }
  }

  private record Pixel() implements Model {
    @Override
    public boolean knows(Question question) {
      return question.has("nside", "ipix");
    }

    @Override
    public JsonNode answer(Question question) throws UnknownException {
      long nside = (long) question.number("nside");
      long index = (long) question.number("ipix");
      boolean nested =
          question.any("nest", "nested").map(JsonNode::asBoolean).orElse(false)
              || question
                  .any("order", "ordering")
                  .map(JsonNode::asText)
                  .orElse("ring")
                  .toLowerCase(Locale.ROOT)
                  .startsWith("nest");
      HealpixPixel pixel =
          nested ? HealpixPixel.nested(nside, index) : HealpixPixel.ring(nside, index);
      Places places = Places.of(question, pixel);
      String quantity = question.quantity();
      if (question.compares("binomial")) {
        return quarters(pixel, places, question.check().path("value").size(), question);
      }
      if (quantity.contains("inside")
          || quantity.contains("outside")
          || quantity.contains("in_pixel")) {
        double share =
            places
                .draws((lon, lat) -> HealpixPixel.containing(nside, lon, lat).equals(pixel) ? 1 : 0)
                .mean();
        boolean outside = quantity.contains("outside");
        if (question.check().path("value").isBoolean()) {
          return Json.of((share == 1) != outside);
        }
        return Json.of(outside ? 1 - share : share);
      }
      if (quantity.contains("separation")) {
        double[] centre = new double[2];
        pixel.place(0.5, 0.5, centre);
        SphericalCap about = new SphericalCap(centre[0], centre[1], 1);
        return places.draws(about::separation).answer(question);
      }
      return places.answer(question);
    }

    /** The shares of the pixel's parts, in nested order. */
    private static JsonNode quarters(
        HealpixPixel pixel, Places places, int parts, Question question) throws UnknownException {
      int shift = Integer.numberOfTrailingZeros(parts);
      if (Integer.bitCount(parts) != 1 || shift % 2 != 0) {
        throw question.unknownQuantity();
      }
      double[] shares = new double[parts];
      long fine = pixel.nside() << (shift / 2);
      int n = places.longitude.length;
      for (int i = 0; i < n; i++) {
        HealpixPixel part = HealpixPixel.containing(fine, places.longitude[i], places.latitude[i]);
        shares[(int) (part.nested() & (parts - 1))] += 1.0 / n;
      }
      return Json.of(shares);
    }
  }
}
