package org.nightjar.onnx.quantise;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * Watches the values of a network while it runs on typical inputs. A few hundred inputs that look
 * like those to come are enough; one that does not look like them spoils the ranges. Not
 * thread-safe.
 */
public final class Ranges {
  private final double outside;
  private final Map<String, Histogram> seen = new HashMap<>();

  private Ranges(double outside) {
    this.outside = outside;
  }

  /** From the least to the largest number seen. */
  public static Ranges extremes() {
    return new Ranges(0);
  }

  /**
   * The range that holds so many per cent of the numbers, the rest divided between both ends:
   * single hot pixels do not cost everything else its resolution. Ends are good to about a
   * thousandth of the range.
   *
   * @param per cent, above 50 and up to 100, such as 99.99
   */
  public static Ranges percentile(double per) {
    if (!(per > 50 && per <= 100)) {
      throw new IllegalArgumentException(per + " per cent is not above 50 and up to 100");
    }
    return new Ranges((1 - per / 100) / 2);
  }

  /**
   * Adds what a value was in one run.
   *
   * @param tensor its name
   * @param values the numbers from position to limit; the position stays
   * @throws NightjarException {@code BAD_ARGUMENT} if one of them is not finite
   */
  public void observe(String tensor, FloatBuffer values) throws NightjarException {
    FloatBuffer each = values.duplicate();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    while (each.hasRemaining()) {
      float value = each.get();
      if (!Float.isFinite(value)) {
        throw NightjarException.of(
            StandardError.BAD_ARGUMENT,
            "the network gave " + value,
            tensor,
            "Calibrate with inputs for which it gives finite numbers.");
      }
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (low <= high) {
      Histogram histogram = seen.computeIfAbsent(tensor, name -> new Histogram());
      histogram.widen(low, high);
      if (outside > 0) {
        histogram.count(values.duplicate());
      }
    }
  }

  /** The range of a value, if it was seen. */
  public Optional<Range> of(String tensor) {
    return Optional.ofNullable(seen.get(tensor)).map(histogram -> histogram.range(outside));
  }
}
