package org.nightjar.imaging.internal;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PixelType;
import org.nightjar.api.profile.Profile;

/** What a detector's facts say of its pixels. They may be wrong: nothing absurd is believed. */
record Header(Facts facts, PixelType type) {

  private static final double ARCSEC_PER_DEGREE = 3600;
  private static final double FINEST_SCALE = 1e-4;
  private static final double COARSEST_SCALE = 600;

  static Header of(ImagePart image) {
    return new Header(image.info().facts(), image.pixelType());
  }

  /** Unit of the pixels; {@code adu} if nothing is said. */
  String unit() {
    return facts
        .text(FactNames.PIXEL_UNIT)
        .or(() -> facts.text("BUNIT"))
        .map(String::strip)
        .filter(unit -> !unit.isEmpty())
        .orElse("adu");
  }

  boolean wholeNumbers() {
    return type == PixelType.INT || type == PixelType.LONG;
  }

  /**
   * The value from which a pixel is saturated: as the header says, else as the profile says, else
   * the largest that can be stored; NaN for floating-point pixels of which nothing is said.
   */
  double saturation(Profile profile) {
    OptionalDouble said =
        Stream.of(FactNames.SATURATION, "SATURATE")
            .map(facts::number)
            .filter(Header::isPositive)
            .findFirst()
            .orElse(OptionalDouble.empty());
    if (said.isPresent()) {
      return said.getAsDouble();
    }
    Double level = profile.levels().get("saturation");
    return level != null ? level : largest();
  }

  private double largest() {
    if (!wholeNumbers()) {
      return Double.NaN;
    }
    double stored =
        switch ((int) facts.number("ZBITPIX").orElse(facts.number("BITPIX").orElse(0))) {
          case 8 -> 0xFF;
          case 16 -> Short.MAX_VALUE;
          case 64 -> Long.MAX_VALUE;
          default -> Integer.MAX_VALUE;
        };
    double level = facts.number("BSCALE").orElse(1) * stored + facts.number("BZERO").orElse(0);
    return Double.isFinite(level) ? level : Double.NaN;
  }

  /** Arcseconds along a pixel, the geometric mean of both axes; empty if nothing sound is said. */
  OptionalDouble pixelScale() {
    if (!isSky("CTYPE1") || !isSky("CTYPE2")) {
      return OptionalDouble.empty();
    }
    double determinant =
        facts.has("CD1_1")
            ? determinant("CD", 0)
            : determinant("PC", 1)
                * facts.number("CDELT1").orElse(Double.NaN)
                * facts.number("CDELT2").orElse(Double.NaN);
    double scale = Math.sqrt(Math.abs(determinant)) * ARCSEC_PER_DEGREE;
    return scale >= FINEST_SCALE && scale <= COARSEST_SCALE
        ? OptionalDouble.of(scale)
        : OptionalDouble.empty();
  }

  private double determinant(String matrix, double diagonal) {
    return facts.number(matrix + "1_1").orElse(diagonal)
            * facts.number(matrix + "2_2").orElse(diagonal)
        - facts.number(matrix + "1_2").orElse(0) * facts.number(matrix + "2_1").orElse(0);
  }

  private boolean isSky(String axis) {
    String type = facts.text(axis).orElse("").toUpperCase(Locale.ROOT);
    return type.startsWith("RA") || type.startsWith("DEC") || type.matches("[A-Z]?L(ON|AT).*");
  }

  private static boolean isPositive(OptionalDouble value) {
    return value.isPresent() && value.getAsDouble() > 0 && Double.isFinite(value.getAsDouble());
  }
}
