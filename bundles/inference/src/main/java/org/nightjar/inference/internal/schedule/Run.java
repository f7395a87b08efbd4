package org.nightjar.inference.internal.schedule;

import java.util.List;

/** Requests that are run together. Made by the queue, which must be told when it is over. */
public final class Run {
  private final Lane lane;
  private final List<Request> requests;
  private final long begun;
  private final long predicted;

  int wanted;
  private volatile Runnable terminate = () -> {};

  Run(Lane lane, List<Request> requests, long begun, long predicted) {
    this.lane = lane;
    this.requests = List.copyOf(requests);
    this.begun = begun;
    this.predicted = predicted;
    this.wanted = requests.size();
  }

  /** What is run. */
  public Lane lane() {
    return lane;
  }

  /** Who is in it. */
  public List<Request> requests() {
    return requests;
  }

  /** When it was formed. */
  public long begun() {
    return begun;
  }

  /** How many nanoseconds it is expected to take. */
  public long predicted() {
    return predicted;
  }

  /** Says how the run can be ended early. */
  public void onTerminate(Runnable how) {
    terminate = how;
  }

  /** Ends the run early: nobody waits for it, or it hangs. */
  public void terminate() {
    terminate.run();
  }
}
