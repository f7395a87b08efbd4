package org.nightjar.store.internal.ledger;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.feed.Receipt;
import org.nightjar.api.feed.Submission;
import org.nightjar.store.Entered;
import org.nightjar.store.EntryState;
import org.nightjar.store.Ledger;
import org.nightjar.store.LedgerEntry;
import org.nightjar.store.LedgerLine;
import org.nightjar.store.Placement;
import org.nightjar.store.Refusal;
import org.nightjar.store.Settled;
import org.nightjar.store.WorkItem;
import org.nightjar.store.internal.attachments.AttachmentFolder;
import org.nightjar.store.internal.db.Database;
import org.nightjar.store.internal.db.Sql;
import org.nightjar.store.internal.db.Transaction;
import org.nightjar.store.internal.ledger.Arrivals.Arrival;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ledger in the database. */
@Component
public final class LedgerStore implements Ledger {
  private final Database database;
  private final AttachmentFolder attachments;

  /** A ledger in this database. */
  @Activate
  public LedgerStore(@Reference Database database, @Reference AttachmentFolder attachments) {
    this.database = database;
    this.attachments = attachments;
  }

  @Override
  public Optional<Receipt> received(String feed, String key) throws NightjarException {
    return database.read(
        connection -> {
          Optional<Arrival> known = Arrivals.find(connection, feed, key).filter(Arrival::complete);
          return known.isEmpty()
              ? Optional.empty()
              : Optional.of(Arrivals.receipt(connection, known.get(), true));
        });
  }

  @Override
  public Receipt enter(
      Submission submission, LocalDate night, List<Placement> products, Optional<Problem> problem)
      throws NightjarException {
    return database.write(
        transaction -> {
          long arrival = begin(transaction, submission, night);
          add(transaction, arrival, 0, products);
          return finish(transaction, arrival, problem);
        });
  }

  @Override
  public long begin(Submission submission, LocalDate night) throws NightjarException {
    return database.write(transaction -> begin(transaction, submission, night));
  }

  @Override
  public void add(long arrival, int from, List<Placement> products) throws NightjarException {
    database.write(
        transaction -> {
          add(transaction, arrival, from, products);
          return null;
        });
  }

  @Override
  public Receipt finish(long arrival, Optional<Problem> problem) throws NightjarException {
    return database.write(transaction -> finish(transaction, arrival, problem));
  }

  @Override
  public Map<Long, Submission> unfinished() throws NightjarException {
    Map<Long, Submission> found = new LinkedHashMap<>();
    database.read(
        connection ->
            Sql.list(
                connection,
                "select id, uri, feed, arrival_key, tasks, priority, deadline from arrival"
                    + " where complete = false order by id",
                row -> found.put(row.getLong("id"), Arrivals.submission(row))));
    return found;
  }

  @Override
  public List<LedgerEntry> entries(long arrival) throws NightjarException {
    return database.read(connection -> Entries.of(connection, arrival));
  }

  @Override
  public List<WorkItem> pending(String task, int most, Set<Long> except) throws NightjarException {
    return database.read(connection -> Entries.pending(connection, task, most, except));
  }

  @Override
  public Set<String> tasksWithPendingWork() throws NightjarException {
    return database.read(Entries::busyTasks);
  }

  @Override
  public List<Settled> settled(long arrival) throws NightjarException {
    return entries(arrival).stream()
        .filter(entry -> entry.state() != EntryState.PENDING)
        .map(
            entry ->
                new Settled(
                    entry.number(),
                    arrival,
                    entry.task(),
                    entry.state(),
                    entry.reportKey(),
                    entry.problem()))
        .toList();
  }

  @Override
  public long pending(long arrival) throws NightjarException {
    return database.read(
        connection ->
            Sql.first(
                    connection,
                    "select count(*) from entry e left join entry t on t.id = e.twin"
                        + " where e.arrival = ? and (e.state = 'PENDING' or t.state = 'PENDING')",
                    row -> row.getLong(1),
                    arrival)
                .orElseThrow());
  }

  @Override
  public void quarantine(WorkItem item, Problem problem) throws NightjarException {
    database.write(
        transaction ->
            Entries.settle(
                transaction,
                item.entry(),
                EntryState.QUARANTINED,
                Optional.empty(),
                Optional.of(problem)));
  }

  @Override
  public int redrive(LocalDate night, Optional<String> task) throws NightjarException {
    return database.write(
        transaction -> {
          List<WorkItem> items = Entries.redrive(transaction, night, task);
          if (!items.isEmpty()) {
            transaction.tell(Entered.TOPIC, new Entered(items));
          }
          return items.size();
        });
  }

  @Override
  public List<LedgerLine> lines(Optional<LocalDate> from, Optional<LocalDate> to)
      throws NightjarException {
    return database.read(connection -> Account.lines(connection, from, to));
  }

  @Override
  public List<Refusal> refusals(Optional<LocalDate> from, Optional<LocalDate> to, int most)
      throws NightjarException {
    return database.read(connection -> Refusals.newest(connection, from, to, most));
  }

  @Override
  public List<String> audit() throws NightjarException {
    return database.readAtOneMoment(connection -> new Audit(connection, attachments).run());
  }

  private static long begin(Transaction transaction, Submission submission, LocalDate night)
      throws SQLException, NightjarException {
    if (submission.key().isPresent()) {
      Optional<Arrival> known =
          Arrivals.find(transaction.connection(), submission.feed(), submission.key().get());
      if (known.isPresent()) {
        return known.get().number();
      }
    }
    return Arrivals.insert(transaction.connection(), submission, night);
  }

  private static void add(Transaction transaction, long number, int from, List<Placement> products)
      throws SQLException, NightjarException {
    Arrival arrival = Arrivals.get(transaction.connection(), number);
    if (from > arrival.products()) {
      throw new IllegalArgumentException(
          "arrival " + number + " has " + arrival.products() + " products; none to add at " + from);
    }
    int known = Math.min(arrival.products() - from, products.size());
    if (!arrival.complete() && known < products.size()) {
      new Entering(transaction, number)
          .products(arrival.products(), products.subList(known, products.size()));
    }
  }

  private static Receipt finish(Transaction transaction, long number, Optional<Problem> problem)
      throws SQLException, NightjarException {
    Arrival arrival = Arrivals.get(transaction.connection(), number);
    if (!arrival.complete()) {
      if (problem.isPresent()) {
        new Entering(transaction, number)
            .problem(arrival.night(), arrival.urgency(), problem.get());
      }
      Arrivals.complete(transaction.connection(), number, problem);
    }
    return Arrivals.receipt(
        transaction.connection(),
        Arrivals.get(transaction.connection(), number),
        arrival.complete());
  }
}
