package org.nightjar.api.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.nightjar.api.product.ProductRef;

/**
 * A report as the store keeps it.
 *
 * @param key the report's identity: lower-case hexadecimal SHA-256 over product checksum, checksums
 *     of needs, task, plugin version, model checksums and precisions, and configuration checksum
 * @param product which product
 * @param task name of the task
 * @param night the night the product belongs to
 * @param report what the task says
 * @param provenance where it comes from
 * @param state whether it still stands
 * @param stateReason why it does not; empty while it does
 * @param filed when it was stored
 */
public record FiledReport(
    String key,
    ProductRef product,
    String task,
    LocalDate night,
    Report report,
    Provenance provenance,
    ReportState state,
    String stateReason,
    Instant filed) {

  /** Refuses nulls. */
  public FiledReport {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(night, "night");
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(provenance, "provenance");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(stateReason, "stateReason");
    Objects.requireNonNull(filed, "filed");
  }
}
