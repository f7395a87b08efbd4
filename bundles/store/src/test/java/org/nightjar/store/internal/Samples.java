package org.nightjar.store.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.feed.Submission;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Priority;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.ModelUse;
import org.nightjar.api.report.Provenance;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.ReportState;
import org.nightjar.store.Placement;
import org.nightjar.store.WorkItem;

/** Things to store. */
final class Samples {
  static final LocalDate NIGHT = LocalDate.of(2026, 11, 20);
  static final Problem TRUNCATED =
      Problem.of(StandardError.TRUNCATED, "ends early", "a.fits", "send it again");
  static final Problem UNKNOWN =
      Problem.of(StandardError.UNKNOWN_FORMAT, "plain text", "notes.fits", "");
  static final Problem UNWANTED =
      Problem.of(StandardError.UNWANTED, "no task takes catalogues", "", "");

  private Samples() {}

  static Submission submission(String name) {
    return Submission.of(URI.create("file:/night/" + name), "folder", Priority.LIVE);
  }

  static Envelope envelope(String content, Facts facts, Priority priority) {
    URI uri = URI.create("file:/night/" + content.replace(' ', '_'));
    ProductRef ref = ProductRef.of(Kind.EXPOSURE, uri, 0, content.length(), sha256(content));
    return new Envelope(ref, facts, NIGHT, priority, Optional.empty());
  }

  static Placement placed(String content, String... tasks) {
    return new Placement(
        envelope(content, Facts.NONE, Priority.LIVE), Set.of(tasks), Optional.empty());
  }

  static Placement placed(String content, Facts facts) {
    return new Placement(
        envelope(content, facts, Priority.LIVE), Set.of("imaging"), Optional.empty());
  }

  static Placement unwanted(String content) {
    return new Placement(
        envelope(content, Facts.NONE, Priority.LIVE), Set.of(), Optional.of(UNWANTED));
  }

  static FiledReport report(WorkItem item, String version, Report report) {
    String key = sha256(item.envelope().ref().sha256() + item.task() + version);
    Provenance provenance =
        new Provenance(
            "org.nightjar." + item.task(),
            version,
            List.of(new ModelUse("braai", "d6_m7", sha256("model"), "float32")),
            sha256("configuration"),
            Map.of(),
            "cpu",
            Instant.parse("2026-11-20T20:00:00.123456789Z"),
            Duration.ofMillis(12));
    return new FiledReport(
        key,
        item.envelope().ref(),
        item.task(),
        item.envelope().night(),
        report,
        provenance,
        ReportState.CURRENT,
        "",
        Instant.parse("2026-11-20T20:00:01.987654321Z"));
  }

  static FiledReport report(WorkItem item) {
    return report(item, "1.0.0", Report.builder().measure("seeing", 1.25, "arcsec").build());
  }

  static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
