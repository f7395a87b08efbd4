package org.nightjar.inference.internal.schedule;

import org.nightjar.api.product.Priority;
import org.nightjar.inference.internal.client.Client;
import org.nightjar.inference.internal.preprocess.Preprocessing.Prepared;
import org.nightjar.inference.internal.time.Time;

/** A sample that waits or runs. Its state belongs to the queue it was offered to. */
public final class Request {
  /** How far a request has come. */
  enum State {
    NEW,
    WAITING,
    RUNNING,
    OVER
  }

  private final Lane lane;
  private final Client client;
  private final Priority priority;
  private final long deadline;
  private final Prepared prepared;
  private final long bytes;
  private final Answer answer;

  State state = State.NEW;
  long arrived;
  long due;
  long sequence;
  long cost;
  Run run;

  /**
   * A request.
   *
   * @param deadline on the service's clock; {@link Time#NEVER} for none
   */
  public Request(
      Lane lane,
      Client client,
      Priority priority,
      long deadline,
      Prepared prepared,
      Answer answer) {
    this.lane = lane;
    this.client = client;
    this.priority = priority;
    this.deadline = deadline;
    this.prepared = prepared;
    this.bytes =
        prepared.inputs().stream().mapToLong(input -> (long) input.length * Float.BYTES).sum();
    this.answer = answer;
  }

  /** The same question for another lane, such as that of the processor when the device is gone. */
  public Request elsewhere(Lane other) {
    return new Request(other, client, priority, deadline, prepared, answer);
  }

  /** Where it waits. */
  public Lane lane() {
    return lane;
  }

  /** Who asks. */
  public Client client() {
    return client;
  }

  /** How urgent it is. */
  public Priority priority() {
    return priority;
  }

  /** When an answer is of no use any more, on the service's clock. */
  public long deadline() {
    return deadline;
  }

  /** What goes into the network. */
  public Prepared prepared() {
    return prepared;
  }

  /** Bytes of what goes into the network. */
  public long bytes() {
    return bytes;
  }

  /** Whom to tell. */
  public Answer answer() {
    return answer;
  }

  /** When it was accepted. */
  public long arrived() {
    return arrived;
  }
}
