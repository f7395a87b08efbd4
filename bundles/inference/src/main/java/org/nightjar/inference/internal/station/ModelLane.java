package org.nightjar.inference.internal.station;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.cost.CostModel;
import org.nightjar.inference.internal.device.Ports;
import org.nightjar.inference.internal.device.Runner;
import org.nightjar.inference.internal.device.Session;
import org.nightjar.inference.internal.schedule.Lane;

/**
 * One model at one shape on one device: its buffers and what runs cost. It outlives its session: a
 * model that was evicted comes back to the same lanes, with what was learned about them.
 */
final class ModelLane implements Lane {
  /** Until it has run, a sample counts as this many nanoseconds. */
  private static final double UNKNOWN = 5e6;

  private final Residence residence;
  private final List<List<Integer>> shapes;
  private final Deque<Runner> idle = new ArrayDeque<>();
  private volatile CostModel cost = new CostModel(0, UNKNOWN);
  private volatile boolean ready;
  private volatile boolean known;
  private volatile int most = 1;
  private volatile int capacity = 1;
  private Session session;
  private Ports ports;

  /** Bytes that are reserved for its runs. */
  long reserved;

  /** Bytes that each sample of a run needs; 0 as long as nobody has seen one. */
  long activation;

  volatile long lastUsed;

  ModelLane(Residence residence, List<List<Integer>> shapes) {
    this.residence = residence;
    this.shapes = List.copyOf(shapes);
  }

  Residence residence() {
    return residence;
  }

  /** Shapes of its inputs, of one sample. */
  List<List<Integer>> shapes() {
    return shapes;
  }

  @Override
  public String name() {
    return residence.name();
  }

  @Override
  public boolean ready() {
    return ready;
  }

  @Override
  public int mostTogether() {
    return most;
  }

  @Override
  public CostModel cost() {
    return cost;
  }

  Ports ports() {
    return ports;
  }

  /** Whether its costs have been measured once. */
  boolean known() {
    return known;
  }

  void learned(CostModel measured) {
    cost = measured;
    known = true;
  }

  /** Opens it on a session. */
  synchronized void open(Session on, Ports through, int together) {
    session = on;
    ports = through;
    most = together;
    capacity = together;
    ready = true;
  }

  /** From now on runs are at most this large: there is no memory for larger ones. */
  void limit(int together) {
    most = Math.max(1, Math.min(most, together));
  }

  /** Lets nobody begin any more. */
  void shut() {
    ready = false;
  }

  /** Takes {@link #shut} back. */
  void unshut() {
    ready = true;
  }

  /** Gives its buffers back; nothing runs. */
  synchronized void close() {
    ready = false;
    session = null;
    idle.forEach(Runner::close);
    idle.clear();
  }

  /** Gives back all buffers but those for one run. */
  synchronized void trim() {
    while (idle.size() > 1) {
      idle.removeLast().close();
    }
  }

  /**
   * Buffers for one run, and the session they belong to.
   *
   * @param runner the buffers
   * @param session their session
   */
  record Loan(Runner runner, Session session) {}

  /** Buffers for one run; to be given back. */
  Loan borrow() throws NightjarException {
    Session on;
    synchronized (this) {
      if (session == null) {
        throw residence.gone();
      }
      on = session;
      if (!idle.isEmpty()) {
        return new Loan(idle.removeLast(), on);
      }
    }
    return new Loan(on.runner(ports, capacity), on);
  }

  /** Takes buffers back, to be used again while their session lasts. */
  synchronized void giveBack(Loan loan) {
    if (session == loan.session()) {
      idle.addLast(loan.runner());
    } else {
      loan.runner().close();
    }
  }
}
