package org.nightjar.api.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  @Test
  void theVerdictIsTheWorstThatWasGiven() {
    assertThat(Report.builder().build().verdict()).isEqualTo(Verdict.OK);
    assertThat(verdict(Verdict.QUESTIONABLE, Verdict.OK)).isEqualTo(Verdict.QUESTIONABLE);
    assertThat(verdict(Verdict.JUNK, Verdict.QUESTIONABLE)).isEqualTo(Verdict.JUNK);
  }

  @Test
  void notKnowingHidesEverythingButADefect() {
    assertThat(verdict(Verdict.QUESTIONABLE, Verdict.ABSTAIN)).isEqualTo(Verdict.ABSTAIN);
    assertThat(verdict(Verdict.ABSTAIN, Verdict.JUNK)).isEqualTo(Verdict.JUNK);
    assertThat(verdict(Verdict.JUNK, Verdict.ABSTAIN)).isEqualTo(Verdict.JUNK);
  }

  @Test
  void aVerdictOtherThanOkSaysWhy() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Report(Verdict.JUNK, List.of(), Map.of(), List.of(), List.of()))
        .withMessageContaining("junk");
  }

  @Test
  void measurementsKeepTheTasksOrder() {
    Report report =
        Report.builder().measure("z", 1, "").measure("a", 2, "adu").measure("z", 3, "").build();
    assertThat(report.measurements().values())
        .containsExactly(new Measurement("z", 3, ""), new Measurement("a", 2, "adu"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".hidden", "a/b", "..", "a\\b", "a\nb"})
  void anAttachmentCannotLeaveItsFolder(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attachment(name, "image/png", "00", 1));
  }

  private static Verdict verdict(Verdict... given) {
    Report.Builder report = Report.builder();
    for (Verdict verdict : given) {
      report.because(verdict, "because");
    }
    return report.build().verdict();
  }
}
