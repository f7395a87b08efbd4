package org.nightjar.imaging.internal.measure;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is measured, in the order of the report. The names are those of the report's measurements
 * and of thresholds in profiles: they never change. README.md of this bundle tells what they mean.
 */
public enum Quantity {
  BACKGROUND("background", "background", Unit.PIXELS_OWN, Whole.MEDIAN, Use.BY_TYPE),
  NOISE("noise", "noise per pixel", Unit.PIXELS_OWN, Whole.MEDIAN, Use.BY_TYPE),
  GRADIENT("gradient", "background gradient", Unit.PIXELS_OWN, Whole.MEDIAN, Use.BY_TYPE),
  RELATIVE_GRADIENT(
      "relativeGradient", "relative background gradient", Unit.NONE, Whole.MEDIAN, Use.BY_TYPE),
  STRUCTURE("structure", "large-scale structure", Unit.PIXELS_OWN, Whole.MEDIAN, Use.BY_TYPE),
  SOURCES("sources", "number of sources", Unit.NONE, Whole.SUM, Use.BY_TYPE),
  STARS("stars", "number of stars", Unit.NONE, Whole.SUM, Use.BY_TYPE),
  SEEING("seeing", "seeing", Unit.PIXEL, Whole.MEDIAN, Use.BY_TYPE),
  SEEING_ARCSEC("seeingArcsec", "seeing", Unit.ARCSEC, Whole.MEDIAN, Use.BY_TYPE),
  SEEING_ACROSS(
      "seeingAcross", "change of the seeing over the field", Unit.PIXEL, Whole.MEDIAN, Use.BY_TYPE),
  SEEING_RIM(
      "seeingRimOverCentre",
      "seeing at the rim over that in the centre",
      Unit.NONE,
      Whole.MEDIAN,
      Use.BY_TYPE),
  ELLIPTICITY("ellipticity", "ellipticity of the stars", Unit.NONE, Whole.MEDIAN, Use.BY_TYPE),
  ELONGATION("elongation", "common elongation of the stars", Unit.NONE, Whole.MEDIAN, Use.BY_TYPE),
  ELONGATION_ANGLE(
      "elongationAngle", "direction of the elongation", Unit.DEGREE, Whole.NONE, Use.BY_TYPE),
  RADIAL_ELLIPTICITY(
      "radialEllipticity", "radial ellipticity", Unit.NONE, Whole.MEDIAN, Use.BY_TYPE),
  LIMITING_MAGNITUDE(
      "limitingMagnitude", "limiting magnitude", Unit.MAGNITUDE, Whole.MEDIAN, Use.BY_TYPE),
  SKY_BRIGHTNESS(
      "skyBrightness", "sky brightness", Unit.SURFACE_BRIGHTNESS, Whole.MEDIAN, Use.BY_TYPE),
  UNIFORMITY("uniformity", "uniformity", Unit.NONE, Whole.MEDIAN, Use.BY_TYPE),
  ROW_NOISE("rowNoise", "noise from row to row", Unit.PIXELS_OWN, Whole.MEDIAN, Use.BY_TYPE),
  COLUMN_NOISE(
      "columnNoise", "noise from column to column", Unit.PIXELS_OWN, Whole.MEDIAN, Use.BY_TYPE),
  PIXELS("pixels", "number of pixels", Unit.NONE, Whole.SUM, Use.ALWAYS),
  MASKED_PIXELS("maskedPixels", "number of masked pixels", Unit.NONE, Whole.SUM, Use.ALWAYS),
  MASKED_FRACTION("maskedFraction", "masked part", Unit.NONE, Whole.PART_OF_PIXELS, Use.ALWAYS),
  SATURATED_PIXELS(
      "saturatedPixels", "number of saturated pixels", Unit.NONE, Whole.SUM, Use.ALWAYS),
  SATURATED_FRACTION(
      "saturatedFraction", "saturated part", Unit.NONE, Whole.PART_OF_PIXELS, Use.ALWAYS),
  DEAD_PIXELS("deadPixels", "number of dead pixels", Unit.NONE, Whole.SUM, Use.ALWAYS),
  DEAD_FRACTION("deadFraction", "dead part", Unit.NONE, Whole.PART_OF_PIXELS, Use.ALWAYS),
  HOT_PIXELS("hotPixels", "number of hot pixels", Unit.NONE, Whole.SUM, Use.ALWAYS),
  HOT_FRACTION("hotFraction", "hot part", Unit.NONE, Whole.PART_OF_PIXELS, Use.ALWAYS),
  BLANK_PIXELS("blankPixels", "number of blank pixels", Unit.NONE, Whole.SUM, Use.ALWAYS),
  BLANK_FRACTION("blankFraction", "blank part", Unit.NONE, Whole.PART_OF_PIXELS, Use.ALWAYS),
  DEAD_LINES("deadLines", "number of dead columns and rows", Unit.NONE, Whole.SUM, Use.ALWAYS),
  HOT_LINES("hotLines", "number of hot columns and rows", Unit.NONE, Whole.SUM, Use.ALWAYS),
  COSMIC_RAYS("cosmicRays", "number of cosmic-ray hits", Unit.NONE, Whole.SUM, Use.BY_TYPE),
  COSMIC_RAY_PIXELS("cosmicRayPixels", "number of pixels hit", Unit.NONE, Whole.SUM, Use.BY_TYPE),
  COSMIC_RAY_FRACTION(
      "cosmicRayFraction", "part hit by cosmic rays", Unit.NONE, Whole.PART_OF_PIXELS, Use.BY_TYPE),
  STREAKS("streaks", "number of streaks", Unit.NONE, Whole.SUM, Use.BY_TYPE),
  STREAK_PIXELS(
      "streakPixels", "number of pixels under streaks", Unit.NONE, Whole.SUM, Use.BY_TYPE),
  STREAK_FRACTION(
      "streakFraction", "part under streaks", Unit.NONE, Whole.PART_OF_PIXELS, Use.BY_TYPE),
  OVERSCAN("overscan", "overscan level", Unit.PIXELS_OWN, Whole.MEDIAN, Use.ALWAYS),
  OVERSCAN_NOISE(
      "overscanNoise", "noise of the overscan", Unit.PIXELS_OWN, Whole.MEDIAN, Use.ALWAYS),
  OVERSCAN_DRIFT("overscanDrift", "drift of the overscan", Unit.PIXELS_OWN, Whole.MOST, Use.ALWAYS),
  READ_NOISE("readNoise", "read noise", Unit.ELECTRON, Whole.MEDIAN, Use.ALWAYS),
  GAIN("gain", "gain", Unit.GAIN, Whole.NONE, Use.ALWAYS),
  SATURATION("saturation", "saturation level", Unit.PIXELS_OWN, Whole.NONE, Use.ALWAYS),
  AMPLIFIER_STEP(
      "amplifierStep", "step between amplifiers", Unit.PIXELS_OWN, Whole.MOST, Use.BY_TYPE),
  AMPLIFIER_NOISE_RATIO(
      "amplifierNoiseRatio",
      "ratio of the noise of amplifiers",
      Unit.NONE,
      Whole.MOST,
      Use.BY_TYPE),
  SHIFT_X("shiftX", "shift along x since the last frame", Unit.PIXEL, Whole.MEDIAN, Use.BY_TYPE),
  SHIFT_Y("shiftY", "shift along y since the last frame", Unit.PIXEL, Whole.MEDIAN, Use.BY_TYPE),
  NOISE_CORRELATION(
      "noiseCorrelation",
      "correlation of the noise with the last frame's",
      Unit.NONE,
      Whole.MOST,
      Use.ALWAYS);

  /** In what it is measured. */
  private enum Unit {
    PIXELS_OWN,
    PIXEL,
    ARCSEC,
    DEGREE,
    MAGNITUDE,
    SURFACE_BRIGHTNESS,
    ELECTRON,
    GAIN,
    NONE
  }

  /** What an exposure of several detectors has. */
  public enum Whole {
    MEDIAN,
    MOST,
    SUM,
    PART_OF_PIXELS,
    NONE
  }

  /** Whether a threshold that names no frame type is meant for all of them. */
  private enum Use {
    ALWAYS,
    BY_TYPE
  }

  private final String measurement;
  private final String words;
  private final Unit unit;
  private final Whole whole;
  private final Use use;

  Quantity(String measurement, String words, Unit unit, Whole whole, Use use) {
    this.measurement = measurement;
    this.words = words;
    this.unit = unit;
    this.whole = whole;
    this.use = use;
  }

  /** Its name in reports and profiles. */
  public String measurement() {
    return measurement;
  }

  /** What people call it. */
  public String words() {
    return words;
  }

  /** What an exposure of several detectors has. */
  public Whole whole() {
    return whole;
  }

  /** Whether it means the same in frames of every type, whatever light they saw. */
  public boolean sameForAllTypes() {
    return use == Use.ALWAYS;
  }

  /** Its unit where pixels have this one. */
  public String unit(String ofPixels) {
    return switch (unit) {
      case PIXELS_OWN -> ofPixels;
      case PIXEL -> "pixel";
      case ARCSEC -> "arcsec";
      case DEGREE -> "deg";
      case MAGNITUDE -> "mag";
      case SURFACE_BRIGHTNESS -> "mag/arcsec**2";
      case ELECTRON -> "electron";
      case GAIN -> "electron/" + ofPixels;
      case NONE -> "";
    };
  }

  /** The count that a fraction is of. */
  public Optional<Quantity> counted() {
    return switch (this) {
      case MASKED_FRACTION -> Optional.of(MASKED_PIXELS);
      case SATURATED_FRACTION -> Optional.of(SATURATED_PIXELS);
      case DEAD_FRACTION -> Optional.of(DEAD_PIXELS);
      case HOT_FRACTION -> Optional.of(HOT_PIXELS);
      case BLANK_FRACTION -> Optional.of(BLANK_PIXELS);
      case COSMIC_RAY_FRACTION -> Optional.of(COSMIC_RAY_PIXELS);
      case STREAK_FRACTION -> Optional.of(STREAK_PIXELS);
      default -> Optional.empty();
    };
  }

  /** The median of what could be measured; empty if nothing could. */
  public static OptionalDouble median(double[] values) {
    double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (known.length == 0) {
      return OptionalDouble.empty();
    }
    int middle = known.length / 2;
    return OptionalDouble.of(
        known.length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2);
  }
}
