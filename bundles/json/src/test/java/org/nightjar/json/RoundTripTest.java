package org.nightjar.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Priority;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.ModelUse;
import org.nightjar.api.report.PixelBox;
import org.nightjar.api.report.Provenance;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.ReportState;
import org.nightjar.api.report.Shape;
import org.nightjar.api.report.SkyCircle;
import org.nightjar.api.report.Verdict;

class RoundTripTest {
  private static final String SHA256 = "0123456789abcdef".repeat(4);
  private static final ProductRef PRODUCT =
      ProductRef.of(Kind.ALERT, URI.create("file:/night/a%20b.avro"), 17, 4096, SHA256);
  private static final LocalDate NIGHT = LocalDate.of(2026, 11, 20);

  @Test
  void reportsComeBackAsTheyWere() throws NightjarException {
    FiledReport report = filed(everything());
    assertThat(ReportJson.read(JsonLine.read(ReportJson.line(report), "test"))).isEqualTo(report);
  }

  @Test
  void aReportIsOneLineWithTheNamesUsersRelyOn() throws NightjarException {
    var node = JsonLine.read(ReportJson.line(filed(everything())), "test");
    assertThat(node.at("/product/id").textValue()).isEqualTo(SHA256.substring(0, 20));
    assertThat(node.at("/product/kind").textValue()).isEqualTo("alert");
    assertThat(node.at("/product/sha256").textValue()).isEqualTo(SHA256);
    assertThat(node.at("/verdict").textValue()).isEqualTo("questionable");
    assertThat(node.at("/measurements/drb/value").doubleValue()).isEqualTo(0.9999924898147583);
    assertThat(node.at("/measurements/drb/unit").textValue()).isEmpty();
    assertThat(node.at("/attachments/0/name").textValue()).isEqualTo("mask.fits");
    assertThat(ReportJson.line(filed(everything()))).doesNotContain("\n");
  }

  @Test
  void whatCouldNotBeMeasuredIsNull() throws NightjarException {
    Report report = Report.builder().measure("seeing", Double.NaN, "pixel").build();
    var node = JsonLine.read(ReportJson.line(filed(report)), "test");
    assertThat(node.at("/measurements/seeing/value").isNull()).isTrue();
    assertThat(ReportJson.content(node).measurements().get("seeing").value()).isNaN();
  }

  @Test
  void envelopesComeBackAsTheyWere() throws NightjarException {
    Facts facts =
        new Facts(
            Map.of(
                "candid",
                1704217901015015001L,
                "ra",
                1.0,
                "isTarget",
                true,
                "object",
                "ZTF18\"aamyaaj\"",
                "history",
                List.of(Map.of("jd", 2459458.7, "fid", 1L))));
    Instant deadline = Instant.parse("2026-11-20T23:00:00.5Z");
    for (Optional<Instant> each : List.of(Optional.of(deadline), Optional.<Instant>empty())) {
      Envelope envelope = new Envelope(PRODUCT, facts, NIGHT, Priority.LIVE, each);
      String line = JsonLine.write(EnvelopeJson.write(envelope));
      assertThat(EnvelopeJson.read(JsonLine.read(line, "test"))).isEqualTo(envelope);
    }
  }

  @Test
  void problemsComeBackAsTheyWere() throws NightjarException {
    Problem problem = Problem.of(StandardError.TRUNCATED, "ends early", "a.fits", "send it again");
    assertThat(ProblemJson.read(ProblemJson.write(problem))).isEqualTo(problem);
  }

  @Test
  void brokenJsonNamesThePlace() {
    assertThatThrownBy(() -> JsonLine.read("{\"a\":", "pipe line 3"))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("CORRUPT")
        .hasMessageContaining("pipe line 3");
    assertThatThrownBy(() -> EnvelopeJson.read(JsonLine.read("{\"product\":{}}", "x")))
        .isInstanceOf(NightjarException.class);
    assertThatThrownBy(() -> JsonLine.read("[".repeat(1000), "deep"))
        .isInstanceOf(NightjarException.class);
  }

  private static Report everything() {
    return Report.builder()
        .because(Verdict.QUESTIONABLE, "score below 0.5")
        .measure("drb", 0.9999924898147583, "")
        .measure("background", 3.5, "adu")
        .find(Finding.of("satellite-trail", "straight and long"))
        .find(
            new Finding(
                "ghost",
                Optional.of(new PixelBox("S29", new Region(1, 2, 3, 4, 5))),
                Optional.of(new Shape.Line(1.5, 2, 30.25, 4, 3)),
                Optional.of(new SkyCircle(359.5, -89, 0.25)),
                OptionalDouble.of(0.75),
                "ring"))
        .attach(new Attachment("mask.fits", "application/fits", SHA256, 2880))
        .build();
  }

  private static FiledReport filed(Report report) {
    return new FiledReport(
        SHA256,
        PRODUCT,
        "transients",
        NIGHT,
        report,
        new Provenance(
            "org.nightjar.transients",
            "1.0.0",
            List.of(new ModelUse("braai", "d6_m7", SHA256, "float32")),
            SHA256,
            Map.of("latest(sky-map)", SHA256),
            "cpu",
            Instant.parse("2026-11-20T20:00:00Z"),
            Duration.ofMillis(12)),
        ReportState.CURRENT,
        "",
        Instant.parse("2026-11-20T20:00:01Z"));
  }
}
