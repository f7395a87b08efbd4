package org.nightjar.fits.internal.report;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.ModelUse;
import org.nightjar.api.report.Provenance;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.ReportState;

/** Reports as the store would keep them. */
final class Filed {
  private Filed() {}

  /** A report on a file of this name. */
  static FiledReport of(String file, String task, Report report, ModelUse... models) {
    String sha = "%064x".formatted(file.hashCode() & 0xffffL);
    return new FiledReport(
        "ab".repeat(32),
        ProductRef.of(Kind.EXPOSURE, URI.create("file:/night/" + file), 0, 9, sha),
        task,
        LocalDate.of(2026, 11, 20),
        report,
        new Provenance(
            "org.nightjar." + task,
            "1.0.0",
            List.of(models),
            "cd".repeat(32),
            Map.of(),
            "",
            Instant.EPOCH,
            Duration.ofMillis(5)),
        ReportState.CURRENT,
        "",
        Instant.parse("2026-11-21T03:04:05.678Z"));
  }
}
