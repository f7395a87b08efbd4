package org.nightjar.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.error.NightjarException;
import org.nightjar.store.EntryState;
import org.nightjar.store.LedgerEntry;
import org.nightjar.store.LedgerLine;

/** What was acknowledged survives the death of the process at any moment. */
class KillTest {
  private static final int KILLS = 4;
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir Path data;

  @Test
  void nothingAcknowledgedIsLostByKill9() throws Exception {
    Random random = new Random(20261120);
    List<String> acknowledged = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      Process writer = writer(List.of(JAVA), acknowledged.size());
      try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
        int most = 20 + random.nextInt(300);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
          acknowledged.add(line);
          if (--most == 0) {
            writer.toHandle().destroyForcibly();
          }
        }
      }
      assertThat(writer.waitFor()).isNotZero();
      try (OpenStore store = OpenStore.embedded(data)) {
        verify(store, acknowledged);
      }
    }
    assertThat(acknowledged)
        .hasSizeGreaterThan(KILLS * 20 - 1)
        .noneMatch(line -> line.startsWith("failed"));
  }

  /** A limit on the size of files does to the writer what a full disk does. */
  @Test
  void aFullDiskIsSaidAndHalfWritesNothing() throws Exception {
    List<String> said = new ArrayList<>();
    Process writer = writer(List.of("bash", "-c", "ulimit -f 400; exec \"$0\" \"$@\"", JAVA), 0);
    try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(said::add);
    }
    writer.waitFor();
    assertThat(said).last().isEqualTo("failed DISK_FULL");
    try (OpenStore store = OpenStore.embedded(data)) {
      verify(store, said.subList(0, said.size() - 1));
    }
  }

  @Test
  void aDatabaseThatAnotherProcessHoldsIsNotOpened() throws Exception {
    Process writer = writer(List.of(JAVA), 0);
    try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).startsWith("entered");
      assertThatThrownBy(() -> OpenStore.embedded(data))
          .hasMessageContaining("UNAVAILABLE")
          .hasMessageContaining("another process");
    } finally {
      writer.toHandle().destroyForcibly();
      writer.waitFor();
    }
  }

  private Process writer(List<String> launcher, int from) throws IOException {
    List<String> command = new ArrayList<>(launcher);
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            KilledWriter.class.getName(),
            data.toString(),
            Integer.toString(from)));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static void verify(OpenStore store, List<String> acknowledged) throws NightjarException {
    assertThat(store.ledger.audit()).isEmpty();
    assertThat(store.ledger.unfinished()).isEmpty();
    long entered = 0;
    for (String line : acknowledged) {
      String what = line.substring(line.indexOf(' ') + 1);
      switch (line.substring(0, line.indexOf(' '))) {
        case "entered" -> {
          assertThat(store.ledger.received("folder", what)).isPresent();
          entered++;
        }
        case "filed" -> assertThat(store.reports.find(what)).isPresent();
        case "quarantined" ->
            assertThat(store.ledger.entries(Long.parseLong(what)))
                .extracting(LedgerEntry::state)
                .contains(EntryState.QUARANTINED);
        default -> throw new AssertionError(line);
      }
    }
    List<LedgerLine> lines = store.ledger.lines(Optional.empty(), Optional.empty());
    assertThat(lines).allMatch(LedgerLine::balanced);
    long received =
        lines.stream()
            .filter(each -> each.task().equals("ghosts"))
            .findFirst()
            .orElseThrow()
            .received();
    assertThat(received)
        .as("entered, or entered without having been told")
        .isBetween(entered, entered + KILLS);
    assertThat(store.ledger.pending("ghosts", Integer.MAX_VALUE, Set.of())).hasSize((int) received);
  }
}
