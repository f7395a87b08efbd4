package org.nightjar.dispatch.internal.fake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.feed.Receipt;
import org.nightjar.api.feed.Submission;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.report.FiledReport;
import org.nightjar.bus.Bus;
import org.nightjar.store.Entered;
import org.nightjar.store.EntryState;
import org.nightjar.store.Filing;
import org.nightjar.store.Ledger;
import org.nightjar.store.LedgerEntry;
import org.nightjar.store.LedgerLine;
import org.nightjar.store.Placement;
import org.nightjar.store.Refusal;
import org.nightjar.store.ReportQuery;
import org.nightjar.store.Reports;
import org.nightjar.store.Settled;
import org.nightjar.store.WorkItem;

/** Ledger and reports in memory: what the dispatcher asks of them, and no more. */
public final class MemoryStore implements Ledger, Reports {
  private final Bus bus;
  private final Map<Long, WorkItem> items = new LinkedHashMap<>();
  private final Map<Long, Settled> settled = new LinkedHashMap<>();
  private final Map<String, FiledReport> reports = new LinkedHashMap<>();
  private final AtomicInteger trouble = new AtomicInteger();

  public MemoryStore(Bus bus) {
    this.bus = bus;
  }

  /** Adds pending entries and tells of them. */
  public void enter(long arrival, Envelope envelope, String... tasks) {
    List<WorkItem> entered = new ArrayList<>();
    for (String task : tasks) {
      entered.add(put(arrival, envelope, task));
    }
    bus.publish(Entered.TOPIC, new Entered(entered));
  }

  /** Adds a pending entry that nobody is told of. */
  public synchronized WorkItem put(long arrival, Envelope envelope, String task) {
    WorkItem item = new WorkItem(items.size() + 1, arrival, task, envelope);
    items.put(item.entry(), item);
    return item;
  }

  /** Fails the next writes. */
  public void fail(int times) {
    trouble.set(times);
  }

  public synchronized List<Settled> settled() {
    return List.copyOf(settled.values());
  }

  public synchronized List<FiledReport> reports() {
    return List.copyOf(reports.values());
  }

  @Override
  public synchronized List<WorkItem> pending(String task, int most, Set<Long> except) {
    return items.values().stream()
        .filter(item -> item.task().equals(task) && !settled.containsKey(item.entry()))
        .filter(item -> !except.contains(item.entry()))
        .sorted(
            Comparator.comparing((WorkItem item) -> item.envelope().priority())
                .thenComparing(WorkItem::entry))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized Set<String> tasksWithPendingWork() {
    return items.values().stream()
        .filter(item -> !settled.containsKey(item.entry()))
        .map(WorkItem::task)
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized List<LedgerEntry> entries(long arrival) {
    return items.values().stream()
        .filter(item -> item.arrival() == arrival)
        .map(
            item -> {
              Optional<Settled> end = Optional.ofNullable(settled.get(item.entry()));
              return new LedgerEntry(
                  item.entry(),
                  arrival,
                  item.task(),
                  Optional.of(item.envelope().ref()),
                  end.map(Settled::state).orElse(EntryState.PENDING),
                  end.flatMap(Settled::reportKey),
                  end.flatMap(Settled::problem));
            })
        .toList();
  }

  @Override
  public void quarantine(WorkItem item, Problem problem) throws NightjarException {
    settle(item, EntryState.QUARANTINED, Optional.empty(), Optional.of(problem));
  }

  @Override
  public synchronized Optional<FiledReport> find(String key) {
    return Optional.ofNullable(reports.get(key));
  }

  @Override
  public List<FiledReport> all(ReportQuery query) {
    throw new UnsupportedOperationException("not needed");
  }

  @Override
  public synchronized List<FiledReport> find(ReportQuery query) {
    return reports.values().stream()
        .filter(report -> query.product().filter(report.product().id()::equals).isPresent())
        .filter(report -> query.task().filter(report.task()::equals).isPresent())
        .limit(query.most())
        .toList();
  }

  @Override
  public void file(List<Filing> filings) throws NightjarException {
    for (Filing filing : filings) {
      file(filing.item(), filing.report());
    }
  }

  @Override
  public void file(WorkItem item, FiledReport report) throws NightjarException {
    settle(item, EntryState.REPORTED, Optional.of(report), Optional.empty());
  }

  @Override
  public void duplicate(WorkItem item, String key) throws NightjarException {
    settle(item, EntryState.DUPLICATE, find(key), Optional.empty());
  }

  private void settle(
      WorkItem item, EntryState state, Optional<FiledReport> report, Optional<Problem> problem)
      throws NightjarException {
    if (trouble.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw NightjarException.of(StandardError.DISK_FULL, "the disk is full", "", "");
    }
    Settled end =
        new Settled(
            item.entry(),
            item.arrival(),
            item.task(),
            state,
            report.map(FiledReport::key),
            problem);
    synchronized (this) {
      if (settled.putIfAbsent(item.entry(), end) != null) {
        throw new AssertionError("settled twice: " + item);
      }
      report.ifPresent(filed -> reports.put(filed.key(), filed));
    }
    bus.publish(Settled.TOPIC, end);
  }

  @Override
  public Optional<Receipt> received(String feed, String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Receipt enter(
      Submission submission, LocalDate night, List<Placement> products, Optional<Problem> problem) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long begin(Submission submission, LocalDate night) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void add(long arrival, int from, List<Placement> products) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Receipt finish(long arrival, Optional<Problem> problem) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<Long, Submission> unfinished() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Settled> settled(long arrival) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long pending(long arrival) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int redrive(LocalDate night, Optional<String> task) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<LedgerLine> lines(Optional<LocalDate> from, Optional<LocalDate> to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Refusal> refusals(Optional<LocalDate> from, Optional<LocalDate> to, int most) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> audit() {
    throw new UnsupportedOperationException();
  }
}
