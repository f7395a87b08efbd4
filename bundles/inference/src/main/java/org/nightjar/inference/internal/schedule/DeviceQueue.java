package org.nightjar.inference.internal.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.nightjar.inference.internal.time.Time;

/**
 * What waits for one device, and the decision what it does next. Knows nothing of threads, buffers
 * or networks: it is asked for a run whenever something may have changed, and told when a run is
 * over.
 */
public final class DeviceQueue {
  private final Time time;
  private final QueueState state;
  private final Decider decider;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition ended = lock.newCondition();
  private int sleepers;

  /** An empty queue. */
  public DeviceQueue(QueueSettings settings, Time time) {
    this.time = time;
    this.state = new QueueState(settings);
    this.decider = new Decider(state);
  }

  /**
   * Accepts a request, or says why not.
   *
   * @return empty if it waits now
   */
  public Optional<Refusal> offer(Request request) {
    lock.lock();
    try {
      long now = time.nanos();
      Optional<Refusal> refusal = refusal(request, now);
      if (refusal.isEmpty()) {
        state.enter(request, now);
        wakeFor(request, now);
      }
      return refusal;
    } finally {
      lock.unlock();
    }
  }

  /** Why any request for a lane with this deadline would be refused now, if it would. */
  public Optional<Refusal> glance(Lane lane, long deadline) {
    lock.lock();
    try {
      return new Admission(state, time.nanos()).glance(lane, deadline);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Accepts a request and, if nothing else is to be done and a slot is free, gives it straight back
   * to be run by the caller, who saves two changes of threads.
   *
   * @return a run of that request, or nothing if it waits
   * @throws NotAccepted if it was refused
   */
  public Optional<Run> offerOrRun(Request request) throws NotAccepted {
    lock.lock();
    try {
      long now = time.nanos();
      Optional<Refusal> refusal = refusal(request, now);
      if (refusal.isPresent()) {
        throw new NotAccepted(refusal.get());
      }
      state.enter(request, now);
      if (state.waiting == 1 && state.slotFree() && request.lane().ready()) {
        Turn turn = decide(now);
        if (turn.run().isPresent()) {
          return turn.run();
        }
        // It is held, or its deadline is too near: the workers see to that.
      }
      wakeFor(request, now);
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** A refusal on the way up. */
  public static final class NotAccepted extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    NotAccepted(Refusal refusal) {
      super(refusal.message(), null, false, false);
      this.refusal = refusal;
    }

    /** Why. */
    public Refusal refusal() {
      return refusal;
    }
  }

  /** What is to be done now. A run in it has begun as far as the queue is concerned. */
  public Turn poll() {
    lock.lock();
    try {
      return decide(time.nanos());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for something to do.
   *
   * @param other whether there is something else to do than to run requests; looked at whenever
   *     {@link #changed} is called
   * @return nothing to run and nothing dropped if there is something else to do
   */
  public Turn take(BooleanSupplier other) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        long now = time.nanos();
        Turn turn = decide(now);
        if (turn.run().isPresent() || !turn.dropped().isEmpty() || other.getAsBoolean()) {
          return turn;
        }
        sleepers++;
        try {
          if (turn.wake() == Time.NEVER) {
            changed.await();
          } else {
            changed.awaitNanos(Math.max(1, turn.wake() - now));
          }
        } finally {
          sleepers--;
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * A run is over.
   *
   * @param nanos how long it took on the device; negative if it did not get there, so that nothing
   *     can be learned from it
   */
  public void over(Run run, long nanos) {
    lock.lock();
    try {
      if (!state.running.remove(run)) {
        return;
      }
      long now = time.nanos();
      ended.signalAll();
      LaneBook book = state.books.get(run.lane());
      book.running--;
      int size = run.requests().size();
      for (Request request : run.requests()) {
        request.state = Request.State.OVER;
      }
      if (nanos >= 0) {
        state.settle(run, nanos, now);
        run.lane().cost().observe(size, nanos, now);
      }
      book.returns.over(
          size, book.waiting, state.most(run.lane(), now), run.lane().cost().fixed(now), now);
      if (state.waiting > 0) {
        wake();
      }
    } finally {
      lock.unlock();
    }
  }

  /** A request is not wanted any more; ends its run if nobody else waits for that. */
  public void withdraw(Request request) {
    Run lonely = null;
    lock.lock();
    try {
      if (request.state == Request.State.WAITING) {
        state.remove(request);
      } else if (request.state == Request.State.RUNNING) {
        request.state = Request.State.OVER;
        request.run.wanted--;
        lonely = request.run.wanted == 0 ? request.run : null;
      }
    } finally {
      lock.unlock();
    }
    if (lonely != null) {
      lonely.terminate();
    }
  }

  /** Takes out all that waits for a lane, such as one that cannot be loaded. */
  public List<Request> drain(Lane lane) {
    return takeOut(request -> request.lane() == lane);
  }

  /** Takes out what is too late, so that it is told so although nothing runs. */
  public List<Request> expired() {
    long now = time.nanos();
    return takeOut(request -> request.deadline() <= now);
  }

  private List<Request> takeOut(Predicate<Request> which) {
    lock.lock();
    try {
      return state.takeOut(which);
    } finally {
      lock.unlock();
    }
  }

  /** Decides, and wakes another thread if there is more to do and a slot for it. */
  private Turn decide(long now) {
    Turn turn = decider.turn(now);
    if (turn.run().isPresent() && state.waiting > 0) {
      wake();
    }
    return turn;
  }

  /** Something outside has changed: a lane has become ready, say. */
  public void changed() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until a run is over, for a while; says whether one was. */
  public boolean awaitOver(Duration atMost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      return ended.awaitNanos(atMost.toNanos()) > 0;
    } finally {
      lock.unlock();
    }
  }

  /** Accepts nothing more; what waits is still given out. */
  public void close() {
    lock.lock();
    try {
      state.closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** How many requests wait. */
  public int waiting() {
    lock.lock();
    try {
      return state.waiting;
    } finally {
      lock.unlock();
    }
  }

  /** How many requests wait for a lane, and how many runs of it are under way. */
  public Load load(Lane lane) {
    lock.lock();
    try {
      LaneBook book = state.books.get(lane);
      return book == null ? new Load(0, 0) : new Load(book.waiting, book.running);
    } finally {
      lock.unlock();
    }
  }

  /**
   * What a lane has to do.
   *
   * @param waiting requests that wait
   * @param running runs under way
   */
  public record Load(int waiting, int running) {
    /** Whether there is nothing. */
    public boolean none() {
      return waiting == 0 && running == 0;
    }
  }

  /** Runs under way. */
  public List<Run> running() {
    lock.lock();
    try {
      return List.copyOf(state.running);
    } finally {
      lock.unlock();
    }
  }

  /** Forgets a lane that nothing waits for and that will not come back. */
  public void forget(Lane lane) {
    lock.lock();
    try {
      LaneBook book = state.books.get(lane);
      if (book != null && book.waiting == 0 && book.running == 0) {
        state.books.remove(lane);
      }
    } finally {
      lock.unlock();
    }
  }

  private Optional<Refusal> refusal(Request request, long now) {
    return new Admission(state, now).refusal(request);
  }

  /** Wakes a thread for a request, unless its lane is held for more to come. */
  private void wakeFor(Request request, long now) {
    if (!state.held(request.lane(), now)) {
      wake();
    }
  }

  /** Wakes one of those who wait for work, if a slot is free for it. */
  private void wake() {
    if (sleepers > 0 && state.slotFree()) {
      changed.signal();
    }
  }
}
