package org.nightjar.metrics;

import java.util.Map;
import java.util.function.DoubleSupplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes meters. A service: each bundle has its own, and when a bundle stops, what it made is gone.
 *
 * <p>Names are lower-case words with points between them, such as {@code inference.requests}. For
 * Prometheus that is {@code nightjar_inference_requests_total}: underscores, the unit at the end
 * unless the name ends with it already, and {@code _total} for counters.
 *
 * <p>Labels tell meters of one name apart. Their order does not matter. Names of labels are
 * lower-case letters, digits and underscores; values are any text, of which 200 characters count.
 * There are at most ten labels. Values must come from a small set: of one name at most 2,000
 * different label sets are kept, and what comes later is dropped, with a line in the log.
 *
 * <p>The same name and labels may be asked for again, by the same bundle or another: counters and
 * distributions then count together and start again only when all are closed; of several gauges the
 * newest is read; and of several counters that are read, those of different bundles are added up,
 * while in one bundle the newest takes the place of the older. Where a bundle asks for a name that
 * is another sort of meter so far, or has other bounds, the newer counts until it is closed.
 *
 * <p>All methods throw {@link IllegalArgumentException} for names, units, labels and bounds that
 * are not as described here, and never for any other reason: in a bundle that has stopped they
 * answer meters that count nothing.
 */
@ProviderType
public interface Meters {
  /**
   * A counter that is added to.
   *
   * @param name lower-case words with points between them, such as {@code inference.requests}
   * @param description what is counted, one sentence
   * @param unit plural, such as {@code bytes} or {@code seconds}; empty if there is none
   * @param labels names and values; may be empty
   */
  Counter counter(String name, String description, String unit, Map<String, String> labels);

  /**
   * A counter that is read when somebody asks for the meters.
   *
   * @param value never falls; called on any thread; must answer at once; {@code NaN} if unknown
   */
  Meter counter(
      String name,
      String description,
      String unit,
      Map<String, String> labels,
      DoubleSupplier value);

  /**
   * A number that rises and falls, read when somebody asks for the meters.
   *
   * @param value called on any thread; must answer at once; {@code NaN} if unknown
   */
  Meter gauge(
      String name,
      String description,
      String unit,
      Map<String, String> labels,
      DoubleSupplier value);

  /**
   * How values are spread: a histogram for Prometheus.
   *
   * @param bounds upper bounds of the buckets, included in them, ascending, 1 to 100 of them; one
   *     more bucket takes what is above the last
   */
  Distribution distribution(
      String name, String description, String unit, Map<String, String> labels, double[] bounds);
}
