package org.nightjar.imaging.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is measured of every detector, in the order of the report. */
enum Quantity {
  BACKGROUND("background", Unit.PIXELS_OWN, Whole.MEDIAN),
  NOISE("noise", Unit.PIXELS_OWN, Whole.MEDIAN),
  SOURCES("sources", Unit.NONE, Whole.SUM),
  SEEING("seeing", Unit.PIXEL, Whole.MEDIAN),
  SEEING_ARCSEC("seeingArcsec", Unit.ARCSEC, Whole.MEDIAN),
  ELLIPTICITY("ellipticity", Unit.NONE, Whole.MEDIAN),
  STARS("stars", Unit.NONE, Whole.SUM),
  PIXELS("pixels", Unit.NONE, Whole.SUM),
  SATURATED_PIXELS("saturatedPixels", Unit.NONE, Whole.SUM),
  SATURATED_FRACTION("saturatedFraction", Unit.NONE, Whole.PART_OF_PIXELS),
  DEAD_PIXELS("deadPixels", Unit.NONE, Whole.SUM),
  DEAD_FRACTION("deadFraction", Unit.NONE, Whole.PART_OF_PIXELS),
  HOT_PIXELS("hotPixels", Unit.NONE, Whole.SUM),
  BLANK_PIXELS("blankPixels", Unit.NONE, Whole.SUM),
  BLANK_FRACTION("blankFraction", Unit.NONE, Whole.PART_OF_PIXELS);

  /** In what it is measured. */
  enum Unit {
    PIXELS_OWN,
    PIXEL,
    ARCSEC,
    NONE
  }

  /** What an exposure of several detectors has. */
  enum Whole {
    MEDIAN,
    SUM,
    PART_OF_PIXELS
  }

  private final String measurement;
  private final Unit unit;
  private final Whole whole;

  Quantity(String measurement, Unit unit, Whole whole) {
    this.measurement = measurement;
    this.unit = unit;
    this.whole = whole;
  }

  String measurement() {
    return measurement;
  }

  Whole whole() {
    return whole;
  }

  /** Its unit where pixels have this one. */
  String unit(String ofPixels) {
    return switch (unit) {
      case PIXELS_OWN -> ofPixels;
      case PIXEL -> "pixel";
      case ARCSEC -> "arcsec";
      case NONE -> "";
    };
  }

  /** The count that a fraction is of. */
  Optional<Quantity> counted() {
    return switch (this) {
      case SATURATED_FRACTION -> Optional.of(SATURATED_PIXELS);
      case DEAD_FRACTION -> Optional.of(DEAD_PIXELS);
      case BLANK_FRACTION -> Optional.of(BLANK_PIXELS);
      default -> Optional.empty();
    };
  }

  /** The median of what could be measured; empty if nothing could. */
  static OptionalDouble median(double[] values) {
    double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (known.length == 0) {
      return OptionalDouble.empty();
    }
    int middle = known.length / 2;
    return OptionalDouble.of(
        known.length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2);
  }
}
