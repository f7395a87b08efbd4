package org.nightjar.imaging.internal.frame;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PixelType;
import org.nightjar.api.profile.Profile;

/** What a detector's facts say of its pixels. They may be wrong: nothing absurd is believed. */
public record Header(Facts facts, PixelType type) {

  /** What a part inherits of its product if it does not say itself. */
  private static final List<String> INHERITED =
      List.of(
          FactNames.SATURATION,
          FactNames.GAIN,
          FactNames.READ_NOISE,
          FactNames.ZERO_POINT,
          FactNames.EXPOSURE_TIME,
          FactNames.PIXEL_UNIT);

  /** Of an image of a product that says this of itself. */
  static Header of(ImagePart image, Facts product) {
    Facts facts = image.info().facts();
    for (String name : INHERITED) {
      if (!facts.has(name) && product.has(name)) {
        facts = facts.with(name, product.values().get(name));
      }
    }
    return new Header(facts, image.pixelType());
  }

  /** Unit of the pixels; {@code adu} if nothing is said. */
  public String unit() {
    return facts
        .text(FactNames.PIXEL_UNIT)
        .or(() -> facts.text("BUNIT"))
        .map(String::strip)
        .filter(unit -> !unit.isEmpty())
        .orElse("adu");
  }

  /** Whether pixels are stored as whole numbers: then zero is a value like any other. */
  public boolean wholeNumbers() {
    return type == PixelType.INT || type == PixelType.LONG;
  }

  /**
   * The value from which a pixel is saturated: as the header says, else as the profile says, else
   * the largest that can be stored; NaN for floating-point pixels of which nothing is said.
   */
  public double saturation(Profile profile) {
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

  /** Electrons per unit of the pixels: as the header says, else as the profile says. */
  public OptionalDouble gain(Profile profile) {
    return said(profile, FactNames.GAIN);
  }

  /** Noise of reading in electrons: as the header says, else as the profile says. */
  public OptionalDouble readNoise(Profile profile) {
    return said(profile, FactNames.READ_NOISE);
  }

  /** Magnitude of a source of one unit in the exposure: as the header says, else the profile. */
  public OptionalDouble zeroPoint(Profile profile) {
    OptionalDouble said = facts.number(FactNames.ZERO_POINT);
    if (isMagnitude(said)) {
      return said;
    }
    Double level = profile.levels().get(FactNames.ZERO_POINT);
    OptionalDouble usual = level == null ? OptionalDouble.empty() : OptionalDouble.of(level);
    return isMagnitude(usual) ? usual : OptionalDouble.empty();
  }

  /** Seconds; empty if nobody says. */
  public OptionalDouble exposureTime() {
    return facts.number(FactNames.EXPOSURE_TIME);
  }

  private static boolean isMagnitude(OptionalDouble value) {
    return value.isPresent() && Math.abs(value.getAsDouble()) <= 100;
  }

  private OptionalDouble said(Profile profile, String name) {
    OptionalDouble said = facts.number(name);
    if (isPositive(said)) {
      return said;
    }
    Double level = profile.levels().get(name);
    OptionalDouble usual = level == null ? OptionalDouble.empty() : OptionalDouble.of(level);
    return isPositive(usual) ? usual : OptionalDouble.empty();
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

  private static boolean isPositive(OptionalDouble value) {
    return value.isPresent() && value.getAsDouble() > 0 && Double.isFinite(value.getAsDouble());
  }
}
