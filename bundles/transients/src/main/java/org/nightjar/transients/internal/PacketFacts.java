package org.nightjar.transients.internal;

import java.util.List;
import java.util.OptionalDouble;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.report.Report;

/** The numbers of a packet that say how good the detection is, under names of our own. */
final class PacketFacts {

  /** Magnitudes per relative error of a flux: 2.5 / ln 10. */
  private static final double POGSON = 2.5 / Math.log(10);

  /** What the Zwicky packets say where they have nothing to say. */
  private static final double NOTHING = -999;

  /** The record of a packet that holds the detection: ZTF and its relatives, Rubin, flat ones. */
  private static final List<String> RECORDS = List.of("candidate.", "diaSource.", "");

  private static final Named ERROR =
      new Named("magnitudeError", "mag", FactNames.MAGNITUDE_ERROR, "sigmapsf");

  private static final List<Named> NUMBERS =
      List.of(
          new Named("magnitude", "mag", FactNames.MAGNITUDE, "magpsf"),
          ERROR,
          new Named("limitingMagnitude", "mag", FactNames.LIMITING_MAGNITUDE, "diffmaglim"),
          new Named("signalToNoise", "", "snr"),
          new Named("fwhm", "pixel", "fwhm"),
          new Named("elongation", "", "elong"),
          new Named("classStar", "", "classtar"),
          new Named("badPixels", "", "nbad"),
          new Named("negativePixels", "", "nneg"),
          new Named("apertureDifference", "mag", "magdiff"),
          new Named("fluxRatio", "", "sumrat"),
          new Named("edgeDistance", "pixel", "mindtoedge"),
          new Named("packetRb", "", "rb"),
          new Named("packetDrb", "", "drb"),
          new Named("packetReliability", "", "reliability"));

  private PacketFacts() {}

  /** Adds those that the packet has. */
  static void measure(Facts facts, Report.Builder report) {
    for (Named number : NUMBERS) {
      OptionalDouble value = number.find(facts);
      if (value.isPresent()) {
        report.measure(number.measurement(), value.getAsDouble(), number.unit());
      }
    }
    OptionalDouble error = ERROR.find(facts);
    if (!report.measured("signalToNoise") && error.isPresent() && error.getAsDouble() > 0) {
      report.measure("signalToNoise", POGSON / error.getAsDouble(), "");
    }
  }

  /** A number by its name in the packet, with or without its record; empty if not given. */
  static OptionalDouble find(Facts facts, String name) {
    for (String record : RECORDS) {
      OptionalDouble value = facts.number(record + name);
      if (value.isPresent()
          && Double.isFinite(value.getAsDouble())
          && value.getAsDouble() != NOTHING) {
        return value;
      }
    }
    return OptionalDouble.empty();
  }

  /** Facts in the order in which they are asked: what all readers call so, then ZTF's name. */
  private record Named(String measurement, String unit, List<String> facts) {
    Named(String measurement, String unit, String... facts) {
      this(measurement, unit, List.of(facts));
    }

    OptionalDouble find(Facts packet) {
      return facts.stream()
          .map(fact -> PacketFacts.find(packet, fact))
          .filter(OptionalDouble::isPresent)
          .findFirst()
          .orElse(OptionalDouble.empty());
    }
  }
}
