package org.nightjar.imaging.internal.judge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Measurement;
import org.nightjar.imaging.internal.frame.FrameType;
import org.nightjar.imaging.internal.measure.Quantity;

/** What is usual: medians over the last good frames of the same type. */
public final class UsualFrames {

  /** The measurement that tells of which type a reported frame was. */
  public static final String FRAME_TYPE = "frameType";

  /** With fewer good frames nothing is usual yet. */
  private static final int FEWEST = 5;

  private final List<Map<String, Measurement>> reports;

  private UsualFrames(List<Map<String, Measurement>> reports) {
    this.reports = List.copyOf(reports);
  }

  /** From reports on frames before one of this type; those on others do not count. */
  public static UsualFrames of(List<FiledReport> good, FrameType type) {
    return new UsualFrames(
        good.stream()
            .map(filed -> filed.report().measurements())
            .filter(measurements -> isOf(measurements.get(FRAME_TYPE), type))
            .toList());
  }

  private static boolean isOf(Measurement said, FrameType type) {
    if (said == null) {
      return false;
    }
    for (FrameType each : FrameType.values()) {
      if (each.code() == said.value() && each.judgedAs() == type.judgedAs()) {
        return true;
      }
    }
    return false;
  }

  /** How many frames there are. */
  public int frames() {
    return reports.size();
  }

  /** What is usual for a measurement; empty if too few frames have it. */
  Optional<Usual> of(String measurement) {
    double[] values =
        reports.stream()
            .map(report -> report.get(measurement))
            .filter(found -> found != null && Double.isFinite(found.value()))
            .mapToDouble(Measurement::value)
            .toArray();
    return values.length < FEWEST
        ? Optional.empty()
        : Optional.of(new Usual(Quantity.median(values).orElseThrow(), values.length));
  }

  /**
   * What is usual.
   *
   * @param median over the frames
   * @param frames how many
   */
  record Usual(double median, int frames) {}
}
