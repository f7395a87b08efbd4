package org.nightjar.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.feed.Submission;
import org.nightjar.api.report.FiledReport;
import org.nightjar.store.EntryState;
import org.nightjar.store.LedgerEntry;
import org.nightjar.store.LedgerLine;
import org.nightjar.store.Placement;
import org.nightjar.store.WorkItem;

/** Random work against the ledger and against a naive model of it: lists and loops. */
class LedgerModelTest {
  private static final List<String> TASKS = List.of("imaging", "ghosts", "transients");
  private static final int STEPS = 250;

  /** An entry of the model. */
  private static final class Entry {
    final long arrival;
    final String content;
    final String task;
    EntryState state;

    Entry(long arrival, String content, String task, EntryState state) {
      this.arrival = arrival;
      this.content = content;
      this.task = task;
      this.state = state;
    }
  }

  @TempDir Path data;
  private final List<Entry> model = new ArrayList<>();
  private final Map<String, Long> keys = new HashMap<>();
  private final Set<String> reportKeys = new HashSet<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theLedgerDoesWhatTheModelDoes(long seed) throws NightjarException {
    Random random = new Random(seed);
    try (OpenStore store = OpenStore.embedded(data)) {
      for (int step = 0; step < STEPS; step++) {
        switch (random.nextInt(8)) {
          case 0, 1, 2 -> enter(store, random);
          case 3, 4, 5 -> settle(store, random);
          case 6 -> redrive(store, random);
          default -> store.ledger.pending(TASKS.get(0), 2, Set.of(1L));
        }
      }
      compare(store);
    }
  }

  private void enter(OpenStore store, Random random) throws NightjarException {
    Submission submission = Samples.submission("a");
    if (random.nextBoolean()) {
      submission = submission.withKey("key " + random.nextInt(60));
    }
    List<Placement> placements = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String content = "content " + random.nextInt(25);
      placements.add(
          random.nextInt(6) == 0
              ? Samples.unwanted(content)
              : Samples.placed(
                  content, TASKS.subList(0, 1 + random.nextInt(3)).toArray(String[]::new)));
    }
    Optional<Problem> problem =
        switch (random.nextInt(5)) {
          case 0 -> Optional.of(Samples.TRUNCATED);
          case 1 -> Optional.of(Samples.UNKNOWN);
          default -> Optional.empty();
        };
    var receipt = store.ledger.enter(submission, Samples.NIGHT, placements, problem);
    Long before = submission.key().map(keys::get).orElse(null);
    assertThat(receipt.again()).isEqualTo(before != null);
    if (before == null) {
      submission.key().ifPresent(key -> keys.put(key, receipt.arrival()));
      placements.forEach(placement -> model(receipt.arrival(), placement));
      problem.ifPresent(
          each ->
              model.add(
                  new Entry(
                      receipt.arrival(),
                      "",
                      LedgerLine.INTAKE,
                      each == Samples.UNKNOWN ? EntryState.REJECTED : EntryState.QUARANTINED)));
    } else {
      assertThat(receipt.arrival()).isEqualTo(before);
    }
  }

  private void model(long arrival, Placement placement) {
    String content = placement.envelope().ref().sha256();
    if (placement.rejected().isPresent()) {
      model.add(new Entry(arrival, content, LedgerLine.INTAKE, EntryState.REJECTED));
    }
    for (String task : placement.tasks()) {
      boolean waits =
          model.stream()
              .anyMatch(
                  entry ->
                      entry.content.equals(content)
                          && entry.task.equals(task)
                          && entry.state == EntryState.PENDING);
      model.add(
          new Entry(arrival, content, task, waits ? EntryState.DUPLICATE : EntryState.PENDING));
    }
  }

  private void settle(OpenStore store, Random random) throws NightjarException {
    String task = TASKS.get(random.nextInt(3));
    List<WorkItem> work = store.ledger.pending(task, 5, Set.of());
    if (work.isEmpty()) {
      return;
    }
    WorkItem item = work.get(random.nextInt(work.size()));
    EntryState to;
    if (random.nextInt(3) == 0) {
      store.ledger.quarantine(item, Samples.TRUNCATED);
      to = EntryState.QUARANTINED;
    } else {
      FiledReport report =
          Samples.report(item, "v" + random.nextInt(2), Samples.report(item).report());
      store.reports.file(item, report);
      to = reportKeys.add(report.key()) ? EntryState.REPORTED : EntryState.DUPLICATE;
    }
    Entry settled =
        model.stream()
            .filter(entry -> entry.arrival == item.arrival() && entry.task.equals(task))
            .filter(entry -> entry.content.equals(item.envelope().ref().sha256()))
            .filter(entry -> entry.state == EntryState.PENDING)
            .findFirst()
            .orElseThrow();
    settled.state = to;
  }

  private void redrive(OpenStore store, Random random) throws NightjarException {
    Optional<String> task =
        random.nextBoolean() ? Optional.empty() : Optional.of(TASKS.get(random.nextInt(3)));
    int again = 0;
    for (Entry entry : model) {
      boolean meant = task.isEmpty() || entry.task.equals(task.get());
      if (meant && entry.state == EntryState.QUARANTINED && !entry.content.isEmpty()) {
        entry.state = EntryState.PENDING;
        again++;
      }
    }
    assertThat(store.ledger.redrive(Samples.NIGHT, task)).isEqualTo(again);
  }

  private void compare(OpenStore store) throws NightjarException {
    Map<String, Map<EntryState, Long>> expected = new TreeMap<>();
    for (Entry entry : model) {
      expected
          .computeIfAbsent(entry.task, task -> new TreeMap<>())
          .merge(entry.state, 1L, Long::sum);
    }
    Map<String, Map<EntryState, Long>> counted = new TreeMap<>();
    for (LedgerLine line : store.ledger.lines(Optional.empty(), Optional.empty())) {
      assertThat(line.balanced()).isTrue();
      Map<EntryState, Long> states = new TreeMap<>();
      states.put(EntryState.PENDING, line.pending());
      states.put(EntryState.REPORTED, line.reported());
      states.put(EntryState.REJECTED, line.rejected());
      states.put(EntryState.QUARANTINED, line.quarantined());
      states.put(EntryState.DUPLICATE, line.duplicate());
      states.values().removeIf(count -> count == 0);
      counted.put(line.task(), states);
    }
    assertThat(counted).isEqualTo(expected);
    assertThat(store.ledger.audit()).isEmpty();
    for (Map.Entry<String, Long> each : keys.entrySet()) {
      List<EntryState> states =
          store.ledger.entries(each.getValue()).stream().map(LedgerEntry::state).toList();
      assertThat(states)
          .containsExactlyInAnyOrderElementsOf(
              model.stream()
                  .filter(entry -> entry.arrival == each.getValue())
                  .map(entry -> entry.state)
                  .toList());
    }
  }
}
