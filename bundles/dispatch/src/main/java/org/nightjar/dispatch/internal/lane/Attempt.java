package org.nightjar.dispatch.internal.lane;

import org.nightjar.dispatch.internal.examine.Cancellation;

/**
 * One stay inside plugin code. Whoever ends it, the thread that comes back or somebody who has
 * waited long enough for it, settles its jobs; so each is settled once. The thread is interrupted
 * only while it is inside: never while it writes to the store.
 */
public final class Attempt implements Cancellation {
  /** Why it should end early. */
  public enum Reason {
    /** Nobody wants it to. */
    NONE,
    /** It took too long. */
    TIMED_OUT,
    /** The plugin goes away. */
    STOPPED
  }

  private final Thread thread = Thread.currentThread();
  private final Runnable abandoned;
  private boolean open = true;
  private volatile Reason reason = Reason.NONE;

  /**
   * Begins on the current thread.
   *
   * @param abandoned settles the jobs for a thread that does not come back
   */
  public Attempt(Runnable abandoned) {
    this.abandoned = abandoned;
  }

  /** Asks for an early end. The first reason stands. */
  public synchronized void interrupt(Reason why) {
    if (open && reason == Reason.NONE) {
      reason = why;
      thread.interrupt();
    }
  }

  /**
   * Ends it on its own thread.
   *
   * @return whether the jobs are to be settled here; if not, somebody else has settled them
   */
  public synchronized boolean end() {
    boolean mine = open;
    open = false;
    // An interrupt that came too late must not hit what this thread does next.
    Thread.interrupted();
    return mine;
  }

  /** Gives up on the thread: its jobs are settled without it. */
  public void abandon() {
    synchronized (this) {
      if (!open) {
        return;
      }
      open = false;
    }
    abandoned.run();
  }

  /** Why it should end early. */
  public Reason reason() {
    return reason;
  }

  /** The thread that is inside. */
  public Thread thread() {
    return thread;
  }

  @Override
  public boolean cancelled() {
    return reason != Reason.NONE;
  }
}
