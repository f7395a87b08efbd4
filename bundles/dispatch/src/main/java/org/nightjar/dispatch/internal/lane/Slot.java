package org.nightjar.dispatch.internal.lane;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import org.nightjar.dispatch.internal.examine.PartThreads;
import org.nightjar.dispatch.internal.examine.Served;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One version of a task, with threads of its own that die with it. What is not final is guarded by
 * the lane's lock.
 */
public final class Slot {
  private static final Logger LOG = LoggerFactory.getLogger(Slot.class);

  /** How a slot stands. */
  enum State {
    OPEN,
    DRAINING,
    CLOSED
  }

  /** How long a version that goes away may take to let go. */
  static final Duration LEAVE_AT_MOST = Duration.ofSeconds(2);

  final Origin origin;
  final int mostThreads;
  final Condition work;
  final Set<Thread> threads = new HashSet<>();
  State state = State.OPEN;
  int inFlight;

  private int idle;
  private int started;
  private final Set<Attempt> attempts = ConcurrentHashMap.newKeySet();
  private final PartThreads parts;
  private volatile Served served;
  private volatile boolean stopped;

  /**
   * Where a slot's task comes from.
   *
   * @param service number of the service
   * @param bundle number of the bundle
   * @param ranking ranking of the service
   */
  public record Origin(long service, long bundle, int ranking) {}

  Slot(Served served, Origin origin, int mostThreads, Condition work) {
    this.served = served;
    this.origin = origin;
    this.mostThreads = mostThreads;
    this.work = work;
    this.parts =
        new PartThreads(
            name() + "-part", Runtime.getRuntime().availableProcessors(), served.loader());
  }

  /** The task. */
  public Served served() {
    return served;
  }

  void serve(Served other) {
    served = other;
  }

  /** Threads that look at parts. */
  public PartThreads parts() {
    return parts;
  }

  /** Lets an attempt be interrupted from outside until it is over. */
  public void begin(Attempt attempt) {
    attempts.add(attempt);
    if (stopped) {
      attempt.interrupt(Attempt.Reason.STOPPED);
    }
  }

  /** Ends what {@link #begin} began. */
  public void over(Attempt attempt) {
    attempts.remove(attempt);
  }

  String version() {
    return served.plugin().version();
  }

  /** What threads of this slot are called, before a hyphen and a number. */
  String name() {
    return "task-" + served.info().name() + "-" + version();
  }

  /** Waits for work. Interrupts mean nothing here: they are for plugin code, and came too late. */
  void await() {
    idle++;
    try {
      work.awaitUninterruptibly();
    } finally {
      idle--;
    }
  }

  /** Waits for more work, a while. */
  void await(long nanos) {
    idle++;
    try {
      long left = work.awaitNanos(nanos);
      LOG.trace("{} ns left for a batch to fill", left);
    } catch (InterruptedException e) {
      LOG.trace("an interrupt came too late", e);
    } finally {
      idle--;
    }
  }

  /** Whether the threads there are cannot take all that waits, and there may be one more. */
  boolean needsThread(int waiting) {
    return (long) idle * served.info().batchSize() < waiting && threads.size() < mostThreads;
  }

  /** Starts a thread that inherits nothing from the one that starts it. */
  void start(Runnable life) {
    Thread thread = new Thread(null, life, name() + "-" + ++started, 0, false);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** Asks all threads that are inside plugin code to come back. */
  void stop() {
    stopped = true;
    attempts.forEach(attempt -> attempt.interrupt(Attempt.Reason.STOPPED));
    parts.close();
  }

  /** Gives up on those that have not. */
  void abandon() {
    attempts.forEach(Attempt::abandon);
  }

  /** Waits for threads to die. */
  void join(List<Thread> dying) throws InterruptedException {
    for (Thread thread : dying) {
      if (thread != Thread.currentThread()) {
        thread.join(LEAVE_AT_MOST.toMillis());
      }
    }
  }

  boolean goesBefore(Slot other) {
    int byVersion = VersionOrder.INSTANCE.compare(version(), other.version());
    if (byVersion != 0) {
      return byVersion > 0;
    }
    return origin.ranking() != other.origin.ranking()
        ? origin.ranking() > other.origin.ranking()
        : origin.service() < other.origin.service();
  }
}
