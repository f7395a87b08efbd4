package org.nightjar.onnx.quantise;

/**
 * Between which numbers a value stays.
 *
 * @param low least number
 * @param high largest number
 */
public record Range(double low, double high) {

  /** Refuses an empty range and what is not finite. */
  public Range {
    if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException("there is no range from " + low + " to " + high);
    }
  }

  /** The range that holds both. */
  public Range with(Range other) {
    return new Range(Math.min(low, other.low), Math.max(high, other.high));
  }
}
