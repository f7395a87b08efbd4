package org.nightjar.dispatch.internal.examine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.task.Need;

/**
 * What was found for a task's needs.
 *
 * @param products products by need
 * @param reports reports by need
 */
public record Needed(Map<Need, List<Envelope>> products, Map<Need, List<FiledReport>> reports) {
  /** Nothing is needed. */
  public static final Needed NOTHING = new Needed(Map.of(), Map.of());

  /** Copies the maps. */
  public Needed {
    products = Map.copyOf(products);
    reports = Map.copyOf(reports);
  }

  /** One checksum per need, by the need's text; of nothing where nothing was found. */
  public Map<String, String> checksums() {
    Map<String, String> checksums = new TreeMap<>();
    products.forEach(
        (need, found) ->
            checksums.put(
                need.toString(),
                checksum(found.stream().map(envelope -> envelope.ref().sha256()).toList())));
    reports.forEach(
        (need, found) ->
            checksums.put(
                need.toString(), checksum(found.stream().map(FiledReport::key).toList())));
    return checksums;
  }

  private static String checksum(List<String> of) {
    return of.size() == 1 ? of.get(0) : new Fingerprint().add("found", of).hex();
  }
}
