package org.nightjar.imaging.internal.judge;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nightjar.api.report.Report;
import org.nightjar.imaging.internal.measure.Quantity;

/** Turns the numbers of all detectors into the report's measurements. */
public final class Summary {

  private final List<Detector> detectors;

  /** Of the detectors of an exposure, at least one. */
  public Summary(List<Detector> detectors) {
    this.detectors = List.copyOf(detectors);
  }

  /**
   * Plain names for the exposure; of several detectors, {@code DETECTOR/name} as well; of
   * amplifiers, {@code DETECTOR/AMPLIFIER/name}.
   */
  public void measure(Report.Builder report) {
    report.measure("detectors", detectors.size(), "");
    for (Quantity quantity : Quantity.values()) {
      boolean told = detectors.size() == 1 || quantity.whole() != Quantity.Whole.NONE;
      if (told && detectors.stream().anyMatch(detector -> detector.numbers().has(quantity))) {
        report.measure(
            quantity.measurement(), whole(quantity), quantity.unit(detectors.get(0).unit()));
      }
    }
    for (Detector detector : detectors) {
      if (detectors.size() > 1) {
        measure(detector.name(), detector.numbers().ofDetector(), detector.unit(), report);
      }
      detector
          .numbers()
          .ofAmplifiers()
          .forEach(
              (amplifier, numbers) ->
                  measure(detector.name() + "/" + amplifier, numbers, detector.unit(), report));
    }
  }

  /** The name under which a number of a detector or amplifier is reported. */
  String name(String place, boolean amplifier, Quantity quantity) {
    return amplifier || detectors.size() > 1
        ? place + "/" + quantity.measurement()
        : quantity.measurement();
  }

  private static void measure(
      String place, Map<Quantity, Double> numbers, String unit, Report.Builder report) {
    numbers.forEach(
        (quantity, value) ->
            report.measure(
                printable(place) + "/" + quantity.measurement(), value, quantity.unit(unit)));
  }

  /** Names of measurements are printable and without spaces; those of parts need not be. */
  static String printable(String place) {
    return place.replaceAll("[^\\x21-\\x7e]+", "_");
  }

  private double whole(Quantity quantity) {
    double[] values = values(quantity);
    return switch (quantity.whole()) {
      case MEDIAN, NONE -> Quantity.median(values).orElse(Double.NaN);
      case MOST -> Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NaN);
      case SUM -> sum(values);
      case PART_OF_PIXELS -> {
        double part = sum(values(quantity.counted().orElseThrow())) / sum(values(Quantity.PIXELS));
        yield Double.isInfinite(part) ? Double.NaN : part;
      }
    };
  }

  private double[] values(Quantity quantity) {
    return detectors.stream().mapToDouble(detector -> detector.numbers().get(quantity)).toArray();
  }

  /** NaN as soon as one is not known: a part of a sum would pass for the whole. */
  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
