package org.nightjar.dispatch.internal.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.nightjar.api.error.Problem;
import org.nightjar.dispatch.internal.examine.Served;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one task: a bounded window of jobs, and the versions of the task that take them. See
 * RATIONALE.md for why a switch loses and doubles nothing.
 */
public final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private final String task;
  private final LaneSettings settings;
  private final Runner runner;
  private final Runnable lowWater;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();
  private final Window window = new Window();
  private final List<Slot> slots = new ArrayList<>();
  private volatile Slot active;
  private long settlements;
  private long done;
  private long failed;

  /**
   * A lane.
   *
   * @param task name of the task
   * @param settings its bounds
   * @param runner runs jobs
   * @param lowWater told, on any thread, when there is room for more work; must not block
   */
  public Lane(String task, LaneSettings settings, Runner runner, Runnable lowWater) {
    this.task = task;
    this.settings = settings;
    this.runner = runner;
    this.lowWater = lowWater;
  }

  /** Name of the task. */
  public String task() {
    return task;
  }

  /** The task as it is served now, if any version is there. */
  public Optional<Served> served() {
    Slot slot = active;
    return slot == null ? Optional.empty() : Optional.of(slot.served());
  }

  /**
   * Takes a job into the window. A ledger entry that is in memory already is not taken twice.
   *
   * @return false if the window is full
   */
  public boolean offer(Job job) {
    lock.lock();
    try {
      boolean taken = window.offer(job, bound());
      wake();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** How many more ledger entries the window takes; none while there is no version. */
  public int room() {
    lock.lock();
    try {
      return active == null ? 0 : Math.max(0, bound() - window.waitingEntries());
    } finally {
      lock.unlock();
    }
  }

  /** Whether more work should be fetched. */
  public boolean low() {
    lock.lock();
    try {
      return active != null && window.waitingEntries() <= bound() / 2;
    } finally {
      lock.unlock();
    }
  }

  /** The ledger entries in memory. */
  public Set<Long> entries() {
    lock.lock();
    try {
      return window.entries();
    } finally {
      lock.unlock();
    }
  }

  /** Adds a version; it takes over if it goes before the one that is active. */
  public void add(Served served, Slot.Origin origin) {
    lock.lock();
    try {
      int most = served.info().concurrency();
      Slot slot =
          new Slot(served, origin, most > 0 ? most : settings.threads(), lock.newCondition());
      int place = 0;
      while (place < slots.size() && slots.get(place).goesBefore(slot)) {
        place++;
      }
      slots.add(place, slot);
      elect();
    } finally {
      lock.unlock();
    }
  }

  /** Changes a version's configuration. */
  public void update(long service, Served served) {
    lock.lock();
    try {
      of(service).forEach(slot -> slot.serve(served));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Hands no more work to some versions and waits until nothing of theirs is in flight.
   *
   * @return whether that came to be in time
   */
  public boolean drain(Predicate<Slot.Origin> which, long deadlineNanos)
      throws InterruptedException {
    lock.lock();
    try {
      List<Slot> draining = slots.stream().filter(slot -> which.test(slot.origin)).toList();
      draining.forEach(slot -> slot.state = Slot.State.DRAINING);
      elect();
      return awaitQuiet(draining, deadlineNanos);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Removes a version. What is in flight is interrupted; what does not come back in a moment is
   * taken away from it, and goes to the other versions or back to pending.
   */
  public void remove(long service) {
    List<Slot> leaving;
    lock.lock();
    try {
      leaving = of(service);
      slots.removeAll(leaving);
      leaving.forEach(slot -> slot.state = Slot.State.CLOSED);
      elect();
    } finally {
      lock.unlock();
    }
    leaving.forEach(this::close);
  }

  private void close(Slot slot) {
    slot.stop();
    try {
      boolean gone;
      lock.lock();
      try {
        gone = awaitQuiet(List.of(slot), System.nanoTime() + Slot.LEAVE_AT_MOST.toNanos());
      } finally {
        lock.unlock();
      }
      if (!gone) {
        LOG.error("{} does not react to being stopped; only a restart frees it", slot.name());
      }
      slot.abandon();
      slot.join(threads(slot));
    } catch (InterruptedException e) {
      slot.abandon();
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the lane: removes all versions and lets go of all jobs. */
  public void close(Problem why) {
    List<Slot> leaving;
    lock.lock();
    try {
      leaving = List.copyOf(slots);
      leaving.forEach(slot -> slot.state = Slot.State.CLOSED);
      slots.clear();
      elect();
    } finally {
      lock.unlock();
    }
    leaving.forEach(this::close);
    lock.lock();
    try {
      window.clear().forEach(ticket -> ticket.job().dropped(why));
    } finally {
      lock.unlock();
    }
  }

  /** One write switches; the threads of the version before see it when they come for more work. */
  private void elect() {
    Slot before = active;
    Slot next =
        slots.stream().filter(slot -> slot.state == Slot.State.OPEN).findFirst().orElse(null);
    if (next == before) {
      return;
    }
    active = next;
    if (before != null) {
      before.work.signalAll();
    }
    LOG.info("task {} is now served by {}", task, next == null ? "nobody" : next.name());
    if (next != null) {
      wake();
      lowWater.run();
    }
  }

  private boolean awaitQuiet(List<Slot> which, long deadlineNanos) throws InterruptedException {
    while (which.stream().anyMatch(slot -> slot.inFlight > 0)) {
      long left = deadlineNanos - System.nanoTime();
      if (left <= 0 || quiet.awaitNanos(left) <= 0) {
        return which.stream().noneMatch(slot -> slot.inFlight > 0);
      }
    }
    return true;
  }

  /**
   * Takes the next jobs for a slot and counts them in flight, in one step; waits for them.
   *
   * @return empty if the calling thread is to end, because another version is active
   */
  private List<Ticket> take(Slot slot) {
    lock.lock();
    try {
      Linger linger = new Linger();
      while (active == slot) {
        int batch = slot.served().info().batchSize();
        if (window.ready() == 0) {
          linger.reset();
          slot.await();
        } else if (window.ready() >= batch
            || slot.inFlight > 0
            || linger.over(slot.served().info().batchWait())) {
          List<Ticket> taken = window.poll(batch);
          slot.inFlight += taken.size();
          wake();
          return taken;
        } else {
          slot.await(linger.left());
        }
      }
      slot.threads.remove(Thread.currentThread());
      return List.of();
    } finally {
      lock.unlock();
    }
  }

  /** The job is settled. */
  public void ended(Slot slot, Ticket ticket, boolean wasReported) {
    lock.lock();
    try {
      done++;
      failed += wasReported ? 0 : 1;
      leave(slot, ticket);
    } finally {
      lock.unlock();
    }
  }

  /** The job could not be settled; the ledger still has it, and it will be fetched again. */
  public void forget(Slot slot, Ticket ticket) {
    lock.lock();
    try {
      leave(slot, ticket);
    } finally {
      lock.unlock();
    }
  }

  /** The job was not finished and takes its old place in the queue. */
  public void again(Slot slot, Ticket ticket) {
    lock.lock();
    try {
      window.enqueue(ticket);
      landed(slot);
      wake();
    } finally {
      lock.unlock();
    }
  }

  /** How often {@link #unpark} was called; to be asked before looking whether a job is ready. */
  public long settlements() {
    lock.lock();
    try {
      return settlements;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The job waits for another task.
   *
   * @param seen {@link #settlements} before it was found not ready
   */
  public void park(Slot slot, Ticket ticket, long seen) {
    lock.lock();
    try {
      if (seen == settlements) {
        window.park(ticket);
      } else {
        window.enqueue(ticket);
      }
      landed(slot);
      wake();
    } finally {
      lock.unlock();
    }
  }

  /** Something was settled: jobs that may have waited for it look again. */
  public void unpark(Predicate<Job> which) {
    lock.lock();
    try {
      settlements++;
      window.unpark(which);
      wake();
    } finally {
      lock.unlock();
    }
  }

  /** A thread that has not come back is no longer counted: another may start in its place. */
  public void lost(Slot slot, Thread thread) {
    lock.lock();
    try {
      slot.threads.remove(thread);
      wake();
    } finally {
      lock.unlock();
    }
  }

  /** How the lane stands; empty without a version. */
  public Optional<LaneStatus> status() {
    lock.lock();
    try {
      Slot slot = active;
      if (slot == null) {
        return Optional.empty();
      }
      List<String> draining =
          slots.stream()
              .filter(other -> other.state != Slot.State.OPEN || other.inFlight > 0)
              .filter(other -> other != slot)
              .map(Slot::version)
              .toList();
      int inFlight = slots.stream().mapToInt(other -> other.inFlight).sum();
      return Optional.of(
          new LaneStatus(slot.served(), draining, window.size(), inFlight, done, failed));
    } finally {
      lock.unlock();
    }
  }

  private void leave(Slot slot, Ticket ticket) {
    window.leave(ticket);
    landed(slot);
    if (window.waitingEntries() <= bound() / 2) {
      lowWater.run();
    }
  }

  private void landed(Slot slot) {
    slot.inFlight--;
    if (slot.inFlight == 0) {
      quiet.signalAll();
    }
  }

  /** Wakes or starts threads, no more than there are batches waiting. */
  private void wake() {
    Slot slot = active;
    if (slot == null || window.ready() == 0) {
      return;
    }
    slot.work.signal();
    if (slot.needsThread(window.ready())) {
      slot.start(() -> work(slot));
    }
  }

  private void work(Slot slot) {
    List<Ticket> next = take(slot);
    while (!next.isEmpty() && runner.run(this, slot, next)) {
      next = take(slot);
    }
  }

  private List<Slot> of(long service) {
    return slots.stream().filter(slot -> slot.origin.service() == service).toList();
  }

  private List<Thread> threads(Slot slot) {
    lock.lock();
    try {
      return List.copyOf(slot.threads);
    } finally {
      lock.unlock();
    }
  }

  private int bound() {
    Slot slot = active;
    return slot == null
        ? settings.window()
        : Math.max(settings.window(), 2 * slot.served().info().batchSize() * slot.mostThreads);
  }
}
