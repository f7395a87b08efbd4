package org.nightjar.store.internal.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.product.Priority;
import org.nightjar.store.Entered;
import org.nightjar.store.EntryState;
import org.nightjar.store.LedgerLine;
import org.nightjar.store.Placement;
import org.nightjar.store.WorkItem;
import org.nightjar.store.internal.db.Sql;
import org.nightjar.store.internal.db.Transaction;

/** Enters products of one arrival, within one transaction. */
final class Entering {
  private record Same(String sha256, String task) {}

  /** An entry to be; its twin is the number of a pending entry, or of a row of this piece. */
  private record Entry(
      Optional<Long> product,
      Optional<Envelope> envelope,
      String task,
      LocalDate night,
      Priority urgency,
      EntryState state,
      Optional<Problem> problem) {}

  private static final String INSERT =
      "insert into entry (arrival, product, sha256, task, night, urgency, state, twin, code,"
          + " problem, entered, settled) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** A list of fixed length: H2 uses no index for an array, and both databases keep its plan. */
  private static final int ASKED_TOGETHER = 50;

  private static final String PENDING =
      "select sha256, task, id from entry where state = 'PENDING' and sha256 in ("
          + String.join(", ", Collections.nCopies(ASKED_TOGETHER, "?"))
          + ")";

  private final Transaction transaction;
  private final Connection connection;
  private final long arrival;
  private final Instant now = Instant.now();
  private final List<WorkItem> work = new ArrayList<>();

  Entering(Transaction transaction, long arrival) {
    this.transaction = transaction;
    this.connection = transaction.connection();
    this.arrival = arrival;
  }

  /** Enters products whose places begin at this one. */
  void products(int from, List<Placement> placements) throws SQLException, NightjarException {
    List<Long> numbers =
        ProductRows.insert(
            connection, arrival, from, placements.stream().map(Placement::envelope).toList());
    Map<Same, Long> pending = pending(placements);
    Map<Same, Integer> first = new HashMap<>();
    List<Entry> firsts = new ArrayList<>();
    List<Entry> twins = new ArrayList<>();
    for (int i = 0; i < placements.size(); i++) {
      for (Entry entry : entries(numbers.get(i), placements.get(i))) {
        Same same = same(entry);
        boolean twin =
            entry.state() == EntryState.PENDING
                && (pending.containsKey(same) || first.putIfAbsent(same, firsts.size()) != null);
        (twin ? twins : firsts).add(entry);
      }
    }
    List<Long> entered = insert(firsts, entry -> Optional.empty());
    first.forEach((same, index) -> pending.put(same, entered.get(index)));
    insert(
        twins.stream().map(Entering::duplicate).toList(),
        entry -> Optional.of(pending.get(same(entry))));
    Arrivals.entered(connection, arrival, from + placements.size());
    if (!work.isEmpty()) {
      transaction.tell(Entered.TOPIC, new Entered(work));
    }
  }

  /** Enters what could not be made a product. */
  void problem(LocalDate night, Priority urgency, Problem problem) throws SQLException {
    EntryState state =
        problem.code().equals("UNKNOWN_FORMAT") || problem.code().equals("UNWANTED")
            ? EntryState.REJECTED
            : EntryState.QUARANTINED;
    insert(
        List.of(
            new Entry(
                Optional.empty(),
                Optional.empty(),
                LedgerLine.INTAKE,
                night,
                urgency,
                state,
                Optional.of(problem))),
        entry -> Optional.empty());
  }

  private static List<Entry> entries(long product, Placement placement) {
    Envelope envelope = placement.envelope();
    if (placement.rejected().isPresent()) {
      return List.of(
          entry(product, envelope, LedgerLine.INTAKE, EntryState.REJECTED, placement.rejected()));
    }
    return new TreeSet<>(placement.tasks())
        .stream()
            .map(task -> entry(product, envelope, task, EntryState.PENDING, Optional.empty()))
            .toList();
  }

  private static Entry entry(
      long product, Envelope envelope, String task, EntryState state, Optional<Problem> problem) {
    return new Entry(
        Optional.of(product),
        Optional.of(envelope),
        task,
        envelope.night(),
        envelope.priority(),
        state,
        problem);
  }

  private static Entry duplicate(Entry entry) {
    return new Entry(
        entry.product(),
        entry.envelope(),
        entry.task(),
        entry.night(),
        entry.urgency(),
        EntryState.DUPLICATE,
        Optional.empty());
  }

  private static Same same(Entry entry) {
    return new Same(entry.envelope().orElseThrow().ref().sha256(), entry.task());
  }

  private Map<Same, Long> pending(List<Placement> placements)
      throws SQLException, NightjarException {
    List<String> checksums =
        placements.stream().map(each -> each.envelope().ref().sha256()).distinct().toList();
    Map<Same, Long> pending = new HashMap<>();
    for (int from = 0; from < checksums.size(); from += ASKED_TOGETHER) {
      int last = checksums.size() - 1;
      Object[] some = new Object[ASKED_TOGETHER];
      for (int i = 0; i < ASKED_TOGETHER; i++) {
        some[i] = checksums.get(Math.min(from + i, last));
      }
      Sql.list(
          connection,
          PENDING,
          row ->
              pending.merge(
                  new Same(row.getString(1), row.getString(2)), row.getLong(3), Math::min),
          some);
    }
    return pending;
  }

  /** Says which pending entry an entry is a duplicate of. */
  @FunctionalInterface
  private interface Twin {
    Optional<Long> of(Entry entry);
  }

  private List<Long> insert(List<Entry> entries, Twin twin) throws SQLException {
    if (entries.isEmpty()) {
      return List.of();
    }
    List<Object[]> rows = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      rows.add(row(entry, twin.of(entry)));
      transaction.tally().received(entry.night(), entry.task(), entry.state());
    }
    List<Long> numbers = Sql.insertAll(connection, INSERT, rows);
    for (int i = 0; i < numbers.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.state() == EntryState.PENDING) {
        work.add(
            new WorkItem(numbers.get(i), arrival, entry.task(), entry.envelope().orElseThrow()));
      }
    }
    return numbers;
  }

  private Object[] row(Entry entry, Optional<Long> twin) {
    return new Object[] {
      arrival,
      entry.product(),
      entry.envelope().map(envelope -> envelope.ref().sha256()),
      entry.task(),
      entry.night(),
      entry.urgency().ordinal(),
      entry.state(),
      twin,
      entry.problem().map(Problem::code),
      entry.problem().map(Entries::json),
      now,
      entry.state() == EntryState.PENDING ? Optional.empty() : Optional.of(now)
    };
  }
}
