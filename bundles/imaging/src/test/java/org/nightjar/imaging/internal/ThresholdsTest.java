package org.nightjar.imaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.Product;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.profile.Threshold.Sense;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Provenance;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.ReportState;
import org.nightjar.api.report.Verdict;
import org.nightjar.api.task.Need;

class ThresholdsTest {

  private static final int SCIENCE = 1;
  private static final int FLAT = 4;

  @TempDir private Path folder;

  @Test
  void warnsAndAlarmsAtTheProfilesLimits() throws Exception {
    Judged warned = judged(Profiles.absolute("seeing", Sense.ABOVE, 2.5, 4));
    assertThat(warned.report().verdict()).isEqualTo(Verdict.QUESTIONABLE);
    assertThat(warned.report().reasons())
        .singleElement()
        .asString()
        .matches(
            "the seeing \\(seeing\\) is too large: [0-9.]+ pixel in primary; warning limit"
                + " 2\\.5 pixel");
    Judged alarmed = judged(Profiles.absolute("seeing", Sense.ABOVE, 2, 2.5));
    assertThat(alarmed.report().verdict()).isEqualTo(Verdict.JUNK);
    assertThat(alarmed.report().reasons()).singleElement().asString().contains("alarm limit 2.5");
    assertThat(judged(Profiles.absolute("seeing", Sense.ABOVE, 4, 5)).report().verdict())
        .isEqualTo(Verdict.OK);
  }

  @Test
  void knowsNumbersThatAreBadWhenSmall() throws Exception {
    Judged few = judged(Profiles.absolute("stars", Sense.BELOW, 1000, 500));
    assertThat(few.report().verdict()).isEqualTo(Verdict.JUNK);
    assertThat(few.report().reasons()).singleElement().asString().contains("is too small");
  }

  @Test
  void comparesWithTheLastGoodFrames() throws Exception {
    Profile profile = Profiles.relative("noise", Sense.ABOVE, 1.5, 3);
    Judged judged = judged(profile, good(14, SCIENCE, "noise", 2.7));
    assertThat(judged.value("referenceFrames")).isEqualTo(14);
    assertThat(judged.report().verdict()).isEqualTo(Verdict.QUESTIONABLE);
    assertThat(judged.report().reasons())
        .singleElement()
        .asString()
        .contains("times the median of the last 14 good frames", "warning limit 1.5 times");
    assertThat(judged(profile, good(14, SCIENCE, "noise", 5)).report().verdict())
        .isEqualTo(Verdict.OK);
  }

  @Test
  void comparesWithNothingBeforeFiveFramesAreGood() throws Exception {
    Profile profile = Profiles.relative("noise", Sense.ABOVE, 1.5, 3);
    Judged judged = judged(profile, good(4, SCIENCE, "noise", 1));
    assertThat(judged.value("referenceFrames")).isEqualTo(4);
    assertThat(judged.report().verdict()).isEqualTo(Verdict.OK);
    assertThat(judged(profile, good(5, SCIENCE, "noise", 1)).report().verdict())
        .isEqualTo(Verdict.JUNK);
  }

  @Test
  void comparesWithFramesOfItsTypeAlone() throws Exception {
    Profile profile = Profiles.relative("noise", Sense.ABOVE, 1.5, 3);
    Judged judged = judged(profile, good(9, FLAT, "noise", 1));
    assertThat(judged.value("referenceFrames")).isZero();
    assertThat(judged.report().verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void junksAnExposureOnlyIfAllDetectorsAre() throws Exception {
    Product two =
        Exposures.of(
            Exposures.detector("S1", 1), Exposures.sky(2).withBackground(5000, 5).image("S2"));
    Profile one = Profiles.absolute("background", Sense.ABOVE, 2000, 3000);
    assertThat(Judged.of(two, folder, one).report().verdict()).isEqualTo(Verdict.QUESTIONABLE);
    Profile both = Profiles.absolute("background", Sense.ABOVE, 100, 500);
    Judged junk = Judged.of(two, folder, both);
    assertThat(junk.report().verdict()).isEqualTo(Verdict.JUNK);
    assertThat(junk.report().reasons()).singleElement().asString().contains("in S1", "in S2");
  }

  @Test
  void spareFramesOfOtherTypesWhatIsMeantForScience() throws Exception {
    Product flat = RawFrames.of("flat", Exposures.sky(1).withStars(0).image("primary"));
    Profile plain = Profiles.absolute("background", Sense.ABOVE, 100, 500);
    assertThat(Judged.of(flat, folder, plain).report().verdict()).isEqualTo(Verdict.OK);
    Profile meant = Profiles.absolute("flat.background", Sense.ABOVE, 100, 500);
    assertThat(Judged.of(flat, folder, meant).report().verdict()).isEqualTo(Verdict.JUNK);
  }

  @Test
  void takesTheLimitsOfASingleDetectorFirst() throws Exception {
    Product two = Exposures.of(Exposures.detector("S1", 1), Exposures.detector("S2", 2));
    Profile profile = Profiles.absolute("S2/noise", Sense.ABOVE, 1, 9);
    assertThat(Judged.of(two, folder, profile).report().reasons())
        .singleElement()
        .asString()
        .contains("in S2")
        .doesNotContain("S1");
  }

  private Judged judged(Profile profile, FiledReport... good) throws Exception {
    Need.GoodBefore need =
        (Need.GoodBefore)
            Judged.task(Map.of()).info().needs().stream()
                .filter(Need.GoodBefore.class::isInstance)
                .findFirst()
                .orElseThrow();
    return Judged.of(
        Exposures.of(Exposures.detector("primary", 1)),
        folder,
        platform -> platform.with(profile).with(need, good));
  }

  private static FiledReport[] good(int count, int type, String name, double value) {
    Product product = Exposures.of(Exposures.detector("primary", 2));
    Report report =
        Report.builder().measure("frameType", type, "").measure(name, value, "adu").build();
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new FiledReport(
                    "key" + i,
                    product.ref(),
                    "imaging",
                    LocalDate.EPOCH,
                    report,
                    new Provenance(
                        "imaging",
                        "1.0.0",
                        List.of(),
                        "configuration",
                        Map.of(),
                        "",
                        Instant.EPOCH,
                        Duration.ZERO),
                    ReportState.CURRENT,
                    "",
                    Instant.EPOCH))
        .toArray(FiledReport[]::new);
  }
}
