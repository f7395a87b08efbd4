package org.nightjar.imaging.internal.judge;

import java.util.List;
import java.util.Optional;
import org.nightjar.api.report.Finding;
import org.nightjar.imaging.internal.measure.Numbers;

/**
 * What was made of one image of an exposure.
 *
 * @param name name of the part
 * @param unit unit of its pixels
 * @param numbers what was measured
 * @param findings what is where, bounded in number
 * @param doubts sentences that make the exposure questionable, whatever the limits say
 * @param picture a PNG, if one was wanted
 * @param mask its packed mask, if one was wanted
 */
public record Detector(
    String name,
    String unit,
    Numbers numbers,
    List<Finding> findings,
    List<String> doubts,
    Optional<byte[]> picture,
    Optional<byte[]> mask) {

  /** Copies the lists. */
  public Detector {
    findings = List.copyOf(findings);
    doubts = List.copyOf(doubts);
  }
}
