package org.nightjar.dispatch.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.dispatch.internal.examine.Prepared;
import org.nightjar.dispatch.internal.examine.Served;
import org.nightjar.dispatch.internal.examine.TaskExamination;
import org.nightjar.dispatch.internal.lane.Attempt;
import org.nightjar.dispatch.internal.lane.Lane;
import org.nightjar.dispatch.internal.lane.Runner;
import org.nightjar.dispatch.internal.lane.Slot;
import org.nightjar.dispatch.internal.lane.Ticket;
import org.nightjar.store.Filing;
import org.nightjar.store.Reports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes jobs from the lane through the examination to where they are settled. */
final class Examiner implements Runner {
  private static final Logger LOG = LoggerFactory.getLogger(Examiner.class);

  private final TaskExamination examination;
  private final Reports reports;
  private final TimeLimit limit;
  private final Runnable storeTrouble;

  /**
   * An examiner.
   *
   * @param storeTrouble told when the store could not settle a job
   */
  Examiner(TaskExamination examination, Reports reports, TimeLimit limit, Runnable storeTrouble) {
    this.examination = examination;
    this.reports = reports;
    this.limit = limit;
    this.storeTrouble = storeTrouble;
  }

  @Override
  public boolean run(Lane lane, Slot slot, List<Ticket> tickets) {
    Served served = slot.served();
    List<Round.Seat> seats = new ArrayList<>(tickets.size());
    for (Ticket ticket : tickets) {
      Prepared prepared = prepare(lane, slot, served, ticket);
      if (prepared != null) {
        seats.add(new Round.Seat(ticket, prepared));
      }
    }
    return seats.isEmpty() || examine(lane, slot, served, seats);
  }

  /** What is known before the task runs; null if it does not need to. */
  private Prepared prepare(Lane lane, Slot slot, Served served, Ticket ticket) {
    try {
      var late = examination.late(ticket.job().envelope());
      if (late.isPresent()) {
        fail(lane, slot, ticket, late.get());
        return null;
      }
      long seen = lane.settlements();
      var arrival = ticket.job().arrival();
      if (arrival.isPresent()
          && !examination.ready(served, ticket.job().envelope(), arrival.getAsLong())) {
        lane.park(slot, ticket, seen);
        return null;
      }
      Prepared prepared = examination.prepare(served, ticket.job().envelope());
      if (ticket.job().duplicate(prepared.key())) {
        lane.ended(slot, ticket, true);
        return null;
      }
      return prepared;
    } catch (NightjarException e) {
      storeFailed(lane, slot, ticket, e);
    } catch (RuntimeException e) {
      LOG.error("cannot prepare {} for task {}", ticket.job().envelope().ref(), lane.task(), e);
      fail(lane, slot, ticket, internal(e, ticket));
    }
    return null;
  }

  private boolean examine(Lane lane, Slot slot, Served served, List<Round.Seat> seats) {
    Round round = new Round(examination, served, seats);
    Attempt attempt = new Attempt(() -> abandoned(lane, slot, round));
    round.begin(attempt, slot.parts());
    slot.begin(attempt);
    boolean mine;
    try (TimeLimit.Watch watch = limit.watch(attempt)) {
      round.run();
    } finally {
      mine = attempt.end();
      slot.over(attempt);
    }
    try {
      if (mine) {
        settle(lane, slot, round);
      }
    } finally {
      round.close();
    }
    return mine;
  }

  /** Settles for a thread that does not come back; it keeps the products it is looking at open. */
  private void abandoned(Lane lane, Slot slot, Round round) {
    LOG.error("{} does not come back from its plugin and is given up", round.thread().getName());
    round.revoke();
    settle(lane, slot, round);
    lane.lost(slot, round.thread());
  }

  private void settle(Lane lane, Slot slot, Round round) {
    Map<Ticket, Filing> filings = new LinkedHashMap<>();
    for (Round.Seat seat : round.seats()) {
      Ticket ticket = seat.ticket();
      Ending ending = round.ending(seat, limit.atMost());
      if (ending instanceof Ending.Again) {
        lane.again(slot, ticket);
      } else if (ending instanceof Ending.Failed failed) {
        fail(lane, slot, ticket, failed.problem());
      } else if (ending instanceof Ending.Reported reported) {
        ticket
            .job()
            .reported(reported.report())
            .ifPresentOrElse(
                filing -> filings.put(ticket, filing), () -> lane.ended(slot, ticket, true));
      }
    }
    file(lane, slot, filings);
  }

  /** All reports of a batch go to disk together. */
  private void file(Lane lane, Slot slot, Map<Ticket, Filing> filings) {
    if (filings.isEmpty()) {
      return;
    }
    try {
      reports.file(List.copyOf(filings.values()));
      filings.keySet().forEach(ticket -> lane.ended(slot, ticket, true));
    } catch (NightjarException e) {
      filings.keySet().forEach(ticket -> storeFailed(lane, slot, ticket, e));
    }
  }

  private void fail(Lane lane, Slot slot, Ticket ticket, Problem problem) {
    LOG.warn("task {}: {}", lane.task(), problem);
    try {
      ticket.job().failed(problem);
      lane.ended(slot, ticket, false);
    } catch (NightjarException e) {
      storeFailed(lane, slot, ticket, e);
    }
  }

  private void storeFailed(Lane lane, Slot slot, Ticket ticket, NightjarException e) {
    LOG.error("the store did not take the result of task {}; it stays pending", lane.task(), e);
    storeTrouble.run();
    ticket.job().dropped(e.problem());
    lane.forget(slot, ticket);
  }

  private static Problem internal(RuntimeException e, Ticket ticket) {
    return Problem.of(
        StandardError.INTERNAL,
        "the dispatcher failed: " + e,
        ticket.job().envelope().ref().uri().toString(),
        "send the log to Nightjar's developers");
  }

  /** How long calls may take. */
  interface TimeLimit {
    /** Interrupts the attempt when its time is over, and gives it up a little later. */
    Watch watch(Attempt attempt);

    /** The limit. */
    Duration atMost();

    /** Watches until closed. */
    interface Watch extends AutoCloseable {
      @Override
      void close();
    }
  }
}
