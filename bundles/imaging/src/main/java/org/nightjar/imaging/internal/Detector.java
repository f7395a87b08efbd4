package org.nightjar.imaging.internal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.report.Finding;

/**
 * What was made of one image of an exposure.
 *
 * @param name name of the part
 * @param unit unit of its pixels
 * @param numbers what could be measured; NaN where it could not, absent where it makes no sense
 * @param findings what is where, bounded in number
 * @param picture a PNG, if one was wanted
 */
record Detector(
    String name,
    String unit,
    Map<Quantity, Double> numbers,
    List<Finding> findings,
    Optional<byte[]> picture) {

  Detector {
    numbers = Collections.unmodifiableMap(new EnumMap<>(numbers));
    findings = List.copyOf(findings);
  }

  double number(Quantity quantity) {
    return numbers.getOrDefault(quantity, Double.NaN);
  }
}
