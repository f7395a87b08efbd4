package org.nightjar.dispatch.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.dispatch.internal.examine.Call;
import org.nightjar.dispatch.internal.examine.Outcome;
import org.nightjar.dispatch.internal.examine.PartThreads;
import org.nightjar.dispatch.internal.examine.Prepared;
import org.nightjar.dispatch.internal.examine.Served;
import org.nightjar.dispatch.internal.examine.TaskExamination;
import org.nightjar.dispatch.internal.lane.Attempt;
import org.nightjar.dispatch.internal.lane.Ticket;

/** One call of a task, with one product or a batch of them. */
final class Round implements AutoCloseable {
  private final TaskExamination examination;
  private final Served served;
  private final List<Seat> seats;
  private Attempt attempt;
  private PartThreads parts;

  Round(TaskExamination examination, Served served, List<Seat> seats) {
    this.examination = examination;
    this.served = served;
    this.seats = List.copyOf(seats);
  }

  /** A job's place in the call. What is volatile may be read by somebody who gave up waiting. */
  static final class Seat {
    private final Ticket ticket;
    private final Prepared prepared;
    private volatile Call call;
    private volatile Problem problem;

    Seat(Ticket ticket, Prepared prepared) {
      this.ticket = ticket;
      this.prepared = prepared;
    }

    Ticket ticket() {
      return ticket;
    }
  }

  void begin(Attempt within, PartThreads threads) {
    attempt = within;
    parts = threads;
  }

  List<Seat> seats() {
    return seats;
  }

  Thread thread() {
    return attempt.thread();
  }

  /** Opens the products and calls the task with those that could be opened. */
  void run() {
    List<Call> calls = new ArrayList<>(seats.size());
    try {
      for (Seat seat : seats) {
        open(seat);
        if (seat.call != null) {
          calls.add(seat.call);
        }
      }
    } catch (InterruptedException e) {
      // Seats without an answer count as interrupted.
      return;
    }
    if (!calls.isEmpty()) {
      examination.run(served, calls);
    }
  }

  private void open(Seat seat) throws InterruptedException {
    try {
      seat.call = examination.open(served, seat.prepared, parts, attempt);
    } catch (NightjarException e) {
      seat.problem = e.problem();
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      seat.problem =
          Problem.of(
              StandardError.CONTRACT_BROKEN,
              "the reader failed: " + e,
              seat.prepared.envelope().ref().uri().toString(),
              "tell the reader's author");
    }
  }

  /** What is to become of a seat's job. */
  Ending ending(Seat seat, Duration limit) {
    Outcome outcome = outcome(seat);
    if (outcome instanceof Outcome.Reported reported) {
      return new Ending.Reported(reported.report());
    }
    String place = seat.prepared.envelope().ref().uri().toString();
    return switch (attempt.reason()) {
      case STOPPED -> new Ending.Again();
      case TIMED_OUT ->
          new Ending.Failed(
              Problem.of(
                  StandardError.TASK_TIMED_OUT,
                  "task " + served.info().name() + " took longer than " + limit.toSeconds() + " s",
                  place,
                  "raise dispatch.taskTimeLimitSeconds, or tell the plugin's author"));
      case NONE ->
          outcome instanceof Outcome.Failed failed
              ? failed(seat, failed.problem())
              : new Ending.Failed(
                  Problem.of(
                      StandardError.TASK_FAILED,
                      "task "
                          + served.info().name()
                          + " gave up as if interrupted; nobody did that",
                      place,
                      "tell the plugin's author"));
    };
  }

  /** A model that was taken back in the meantime is not the product's fault: others answer now. */
  private Ending failed(Seat seat, Problem problem) {
    boolean withdrawn =
        problem.code().equals(StandardError.WITHDRAWN.name())
            && examination.outdated(served, seat.prepared);
    return withdrawn ? new Ending.Again() : new Ending.Failed(problem);
  }

  private Outcome outcome(Seat seat) {
    if (seat.problem != null) {
      return new Outcome.Failed(seat.problem);
    }
    Call call = seat.call;
    return call == null ? new Outcome.Interrupted() : examination.outcome(served, call);
  }

  /** Takes back what the task was handed. */
  void revoke() {
    seats.stream().map(seat -> seat.call).filter(call -> call != null).forEach(Call::revoke);
  }

  @Override
  public void close() {
    seats.stream().map(seat -> seat.call).filter(call -> call != null).forEach(Call::close);
  }
}
