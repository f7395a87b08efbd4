package org.nightjar.store.internal.learn;

import java.util.Map;
import java.util.Optional;

/**
 * A product that a task found nothing wrong with.
 *
 * @param profile the profile it was read by, if it says
 * @param band its band; empty if it does not say
 * @param values what was measured of the whole product, finite numbers alone
 */
public record GoodFrame(Optional<String> profile, String band, Map<String, Double> values) {
  /** Copies the map. */
  public GoodFrame {
    values = Map.copyOf(values);
  }
}
