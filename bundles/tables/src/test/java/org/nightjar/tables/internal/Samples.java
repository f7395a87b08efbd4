package org.nightjar.tables.internal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Priority;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.PixelBox;
import org.nightjar.api.report.Provenance;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.ReportState;
import org.nightjar.api.report.Shape;
import org.nightjar.api.report.SkyCircle;
import org.nightjar.api.report.Verdict;
import org.nightjar.store.Products;

/** Reports of two tasks, and what their products say. */
final class Samples {
  static final LocalDate NIGHT = LocalDate.of(2026, 11, 20);

  private Samples() {}

  static List<FiledReport> reports() {
    Report exposure =
        Report.builder()
            .because(Verdict.QUESTIONABLE, "bright, \"very\"")
            .because(Verdict.QUESTIONABLE, "=1+1")
            .measure("seeing", 1.25, "arcsec")
            .measure("S1/background", 101.5, "adu")
            .measure("S1/seeing", Double.NaN, "arcsec")
            .measure("S2/background", 102, "electron")
            .find(
                Finding.at(new PixelBox("S1", Region.of(1, 2, 30, 40)), "streak", "straight")
                    .withShape(new Shape.Line(1, 2, 29, 39.5, 3)))
            .find(Finding.of("ghost", "round").withSky(new SkyCircle(10.5, -20.25, 0.1)))
            .build();
    Report alert = Report.builder().measure("score", 0.75, "").build();
    return List.of(
        filed("a", "imaging", Kind.EXPOSURE, exposure), filed("b", "braai", Kind.ALERT, alert));
  }

  static FiledReport filed(String name, String task, Kind kind, Report report) {
    String sha = Integer.toHexString(name.charAt(0)).repeat(32);
    return new FiledReport(
        sha,
        ProductRef.of(kind, URI.create("file:/night/" + name + ".fits"), 0, 9, sha),
        task,
        NIGHT,
        report,
        new Provenance(
            "org.nightjar." + task,
            "1.0.0",
            List.of(),
            sha,
            Map.of(),
            "",
            Instant.EPOCH,
            Duration.ofMillis(5)),
        ReportState.CURRENT,
        "",
        Instant.EPOCH);
  }

  /** Knows the first product alone. */
  static Products products() {
    return new Products() {
      @Override
      public List<Envelope> previous(Envelope envelope, int most) {
        throw new UnsupportedOperationException("not needed");
      }

      @Override
      public List<Envelope> history(Envelope envelope, double days, int most) {
        throw new UnsupportedOperationException("not needed");
      }

      @Override
      public Optional<Envelope> find(String sha256) {
        return reports().stream()
            .map(FiledReport::product)
            .filter(product -> product.sha256().equals(sha256) && product.kind() == Kind.EXPOSURE)
            .map(product -> new Envelope(product, facts(), NIGHT, Priority.LIVE, Optional.empty()))
            .findFirst();
      }

      @Override
      public Optional<Envelope> latest(Kind kind) {
        throw new UnsupportedOperationException("not needed");
      }
    };
  }

  private static Facts facts() {
    return Facts.NONE
        .with("instrument", "DECam")
        .with("band", "r")
        .with("observed", "2026-11-21T03:04:05.123456Z");
  }
}
