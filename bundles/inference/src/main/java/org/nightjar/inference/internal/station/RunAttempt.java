package org.nightjar.inference.internal.station;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Execution;
import org.nightjar.inference.internal.schedule.Request;
import org.nightjar.inference.internal.schedule.Run;
import org.nightjar.inference.internal.time.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs requests together; when that fails, in halves, so that only the guilty ones fail, and only
 * what does not fit even alone is too large.
 */
final class RunAttempt {
  private static final Logger LOG = LoggerFactory.getLogger(RunAttempt.class);

  private final ModelLane lane;
  private final Run run;
  private final Rescue rescue;
  private final Time time;
  private final List<Outcome> outcomes = new ArrayList<>();
  private ModelLane.Loan loan;
  private boolean whole;
  private long nanos = -1;

  RunAttempt(ModelLane lane, Run run, Rescue rescue, Time time) {
    this.lane = lane;
    this.run = run;
    this.rescue = rescue;
    this.time = time;
  }

  /**
   * Runs everything, with all that goes with it. Afterwards each request has an outcome here, or
   * has gone elsewhere.
   */
  void perform() {
    long begun = time.nanos();
    try {
      use(lane.borrow());
    } catch (NightjarException | OutOfMemoryError e) {
      elsewhere(run.requests(), problem(e));
      return;
    }
    try {
      attempt(run.requests());
      nanos = whole ? time.nanos() - begun : -1;
    } finally {
      run.onTerminate(() -> {});
      if (loan != null) {
        lane.giveBack(loan);
      }
    }
  }

  /** How the requests ended. */
  List<Outcome> outcomes() {
    return outcomes;
  }

  /** How long the device was taken up, if the run went through as it was; else negative. */
  long nanos() {
    return nanos;
  }

  private void use(ModelLane.Loan other) {
    loan = other;
    run.onTerminate(other == null ? () -> {} : other.runner()::terminate);
  }

  private void attempt(List<Request> requests) {
    try {
      once(requests);
    } catch (NightjarException | RuntimeException | OutOfMemoryError e) {
      failed(requests, problem(e));
    }
  }

  private void once(List<Request> requests) throws NightjarException {
    Readout readout = new Readout(lane.residence(), lane.ports(), loan.runner());
    readout.stage(requests);
    long begun = time.nanos();
    loan.runner().run(requests.size());
    long took = time.nanos() - begun;
    whole = requests.size() == run.requests().size();
    Duration computed = Duration.ofNanos(took);
    for (int i = 0; i < requests.size(); i++) {
      Duration waited = Duration.ofNanos(begun - requests.get(i).arrived());
      outcomes.add(
          readout.read(
              requests.get(i),
              i,
              new Execution(
                  lane.name(), lane.residence().device(), requests.size(), waited, computed)));
    }
  }

  private void failed(List<Request> requests, NightjarException e) {
    if (is(e, StandardError.UNAVAILABLE)) {
      rescue.deviceInTrouble(e);
      elsewhere(requests, e);
    } else if (is(e, StandardError.CANCELLED)) {
      // Whoever still waits did not ask for that: the run hung, or the model goes away.
      elsewhere(requests, rescue.ended(lane));
    } else if (requests.size() > 1) {
      if (is(e, StandardError.OUT_OF_MEMORY)) {
        lane.limit(requests.size() / 2);
      }
      LOG.debug("a batch of {} of {} failed, trying its halves", requests.size(), lane.name(), e);
      int middle = requests.size() / 2;
      attempt(requests.subList(0, middle));
      rest(requests.subList(middle, requests.size()));
    } else if (is(e, StandardError.OUT_OF_MEMORY)) {
      tooLarge(requests, e);
    } else {
      outcomes.add(new Outcome.Failed(requests.get(0), e));
    }
  }

  /** The second half may find that the first one lost the device or the session. */
  private void rest(List<Request> requests) {
    if (loan == null) {
      elsewhere(requests, rescue.ended(lane));
    } else {
      attempt(requests);
    }
  }

  /** One sample alone is too large for what memory there is: makes room, step by step. */
  private void tooLarge(List<Request> alone, NightjarException first) {
    NightjarException last = first;
    for (Rescue.Step step : rescue.steps(lane)) {
      try {
        ModelLane.Loan before = loan;
        use(null);
        use(step.take(before));
        if (loan == null) {
          break;
        }
        once(alone);
        return;
      } catch (NightjarException | RuntimeException | OutOfMemoryError e) {
        last = problem(e);
        if (loan == null || !is(last, StandardError.OUT_OF_MEMORY)) {
          break;
        }
      }
    }
    elsewhere(alone, last);
  }

  private void elsewhere(List<Request> requests, NightjarException why) {
    for (Request request : requests) {
      if (!lane.residence().move(request, why)) {
        outcomes.add(new Outcome.Failed(request, why));
      }
    }
  }

  private static boolean is(NightjarException e, StandardError code) {
    return e.problem().code().equals(code.name());
  }

  private static NightjarException problem(Throwable error) {
    if (error instanceof NightjarException known) {
      return known;
    }
    StandardError code =
        error instanceof OutOfMemoryError ? StandardError.OUT_OF_MEMORY : StandardError.INTERNAL;
    return new NightjarException(
        NightjarException.of(code, "the network did not run: " + error, "", "").problem(), error);
  }
}
