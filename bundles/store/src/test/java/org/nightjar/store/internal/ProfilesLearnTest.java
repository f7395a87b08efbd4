package org.nightjar.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nightjar.store.internal.Samples.NIGHT;
import static org.nightjar.store.internal.Samples.placed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.command.Command;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Facts;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.Verdict;
import org.nightjar.environment.Folders;
import org.nightjar.store.Placement;
import org.nightjar.store.WorkItem;
import org.nightjar.store.internal.command.ProfilesLearn;
import org.nightjar.store.internal.learn.GoodFrames;
import org.nightjar.testkit.TestCall;

class ProfilesLearnTest {
  @TempDir Path data;
  private OpenStore store;
  private ProfilesLearn command;

  @BeforeEach
  void open() throws NightjarException {
    store = OpenStore.embedded(data);
    command = new ProfilesLearn(new GoodFrames(store.database), new Folders(data, data));
  }

  @AfterEach
  void close() {
    store.close();
  }

  /**
   * Frames in two bands, the second three times as bright; every tenth is junk with huge numbers.
   */
  private void observe(int frames, String profile) throws NightjarException {
    List<Placement> placements = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      Facts facts =
          Facts.NONE.with("profile", profile).with("band", i % 2 == 0 ? "g" : "i").with("at", i);
      placements.add(placed(profile + i, facts));
    }
    store.ledger.enter(Samples.submission(profile), NIGHT, placements, Optional.empty());
    Random random = new Random(7);
    for (WorkItem item : store.ledger.pending("imaging", frames, Set.of())) {
      int at = (int) item.envelope().facts().integer("at").orElseThrow();
      boolean junk = at % 10 == 9;
      Report.Builder report = Report.builder();
      report.measure("seeing", junk ? 50 : 4 + 0.2 * random.nextGaussian(), "pixel");
      double sky = 1000 + 50 * random.nextGaussian();
      report.measure("background", at % 2 == 0 ? sky : 3 * sky, "adu");
      report.measure("pixels", 4096, "");
      report.measure("S29/seeing", 99, "pixel");
      if (junk) {
        report.because(Verdict.JUNK, "clouds");
      }
      store.reports.file(item, Samples.report(item, "1", report.build()));
    }
  }

  @Test
  void thresholdsComeFromGoodFrames() throws Exception {
    observe(200, "decam");
    TestCall call = TestCall.in(data, "2026-11-20");
    assertThat(command.run(call)).isEqualTo(Command.OK);
    String yaml = String.join("\n", call.lines());
    assertThat(yaml)
        .contains("180 good frames")
        .contains("extends: decam")
        .contains("# pixels: no limits")
        .doesNotContain("S29");
    assertThat(yaml)
        .containsPattern("seeing: # median (4|3\\.9\\d|4\\.0\\d), robust sigma 0\\.(1|2)");
    assertThat(yaml).containsPattern("seeing:.*\\n    above: \\{warning: 4\\.[5-7]\\d?, alarm: 5");
    assertThat(yaml)
        .containsPattern("background:.*\\n    relative:\\n      above: \\{warning: 1\\.1")
        .containsPattern("      below: \\{warning: 0\\.8");
  }

  @Test
  void tooFewFramesAreSaid() throws Exception {
    observe(12, "decam");
    TestCall call = TestCall.in(data, "2026-11-01..2026-11-20");
    assertThat(command.run(call)).isEqualTo(Command.FOUND);
    assertThat(call.lines()).isEmpty();
    assertThat(call.said()).contains("11 good frames").contains("9 more are needed");
  }

  @Test
  void severalInstrumentsAreNotMixed() throws Exception {
    observe(60, "decam");
    observe(60, "ztf");
    assertThatThrownBy(() -> command.run(TestCall.in(data, "2026-11-20")))
        .hasMessageContaining("decam, ztf");
    TestCall call = TestCall.in(data, "2026-11-20", "--profile=ztf");
    assertThat(command.run(call)).isEqualTo(Command.OK);
    assertThat(String.join("\n", call.lines())).contains("54 good frames", "extends: ztf");
  }

  @Test
  void whatIsWrittenIsNeverOverwrittenUnasked() throws Exception {
    observe(60, "decam");
    TestCall call = TestCall.in(data, "2026-11-20", "--write");
    assertThat(command.run(call)).isEqualTo(Command.OK);
    Path file = data.resolve("profiles/decam.yaml");
    assertThat(call.lines()).containsExactly(file.toString());
    Files.writeString(file, "mine");
    assertThatThrownBy(() -> command.run(TestCall.in(data, "2026-11-20", "--write")))
        .hasMessageContaining("CONFLICT");
    assertThat(file).hasContent("mine");
    command.run(TestCall.in(data, "2026-11-20", "--write", "--force"));
    assertThat(file).content().contains("thresholds:");
    assertThatThrownBy(() -> command.run(TestCall.in(data, "2026-11-20", "--profile=../x")))
        .hasMessageContaining("BAD_ARGUMENT");
    assertThatThrownBy(() -> command.run(TestCall.in(data, "yesterday")))
        .hasMessageContaining("no night");
  }
}
