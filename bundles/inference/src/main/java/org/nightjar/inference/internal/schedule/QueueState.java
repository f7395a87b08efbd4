package org.nightjar.inference.internal.schedule;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.nightjar.api.product.Priority;

/** What a queue holds. Guarded by the queue's lock. */
final class QueueState {
  /** A batch that saves less than this part is not worth a slot that has nothing to do. */
  private static final double WORTH = 1.1;

  /** A request without a deadline counts as due after this time, so that it does get its turn. */
  private static final long PATIENCE = 60_000_000_000L;

  private static final int MOST_IDLE_CLIENTS = 256;

  final QueueSettings settings;
  final List<Tier> tiers;
  final Map<Lane, LaneBook> books = new IdentityHashMap<>();
  final List<Run> running = new ArrayList<>();
  final Throttle throttle;
  int waiting;
  boolean closed;
  private long sequence;

  QueueState(QueueSettings settings) {
    this.settings = settings;
    this.throttle = new Throttle(settings.slots());
    this.tiers =
        List.of(
            new Tier(Priority.LIVE, 0),
            new Tier(Priority.INTERACTIVE, settings.interactiveFloor()),
            new Tier(Priority.BULK, settings.bulkFloor()));
  }

  Tier tier(Priority priority) {
    return tiers.get(priority.ordinal());
  }

  boolean slotFree() {
    return running.size() < settings.slots();
  }

  long longest() {
    return settings.longest().toNanos();
  }

  /** Whether a lane waits a little for more to come. */
  boolean held(Lane lane, long now) {
    return books.get(lane).returns.holding(now);
  }

  /** A request has been accepted. */
  void enter(Request request, long now) {
    request.state = Request.State.WAITING;
    request.arrived = now;
    request.due = Math.min(request.deadline(), now + PATIENCE);
    request.sequence = sequence++;
    request.cost = Admission.cost(request.lane(), now);
    Tier tier = tier(request.priority());
    tier.add(request);
    tier.tidy(MOST_IDLE_CLIENTS);
    LaneBook book = books.computeIfAbsent(request.lane(), lane -> new LaneBook());
    book.waiting++;
    book.bytes += request.bytes();
    book.cost += request.cost;
    book.returns.arrived(book.waiting, now);
    waiting++;
  }

  /** A request does not wait any more, whichever way; its tier knows. */
  void left(Request request) {
    LaneBook book = books.get(request.lane());
    book.waiting--;
    book.bytes -= request.bytes();
    book.cost -= request.cost;
    request.client().leave(request.bytes());
    waiting--;
  }

  /** Takes a request that waits out of the middle. */
  void remove(Request request) {
    request.state = Request.State.OVER;
    Tier tier = tier(request.priority());
    tier.find(request.client()).of(request.lane()).withdrawn();
    tier.left(request);
    left(request);
  }

  /** Takes out all that fulfils a condition. */
  List<Request> takeOut(Predicate<Request> which) {
    List<Request> out = new ArrayList<>();
    for (Tier tier : tiers) {
      for (Line line : tier.lines()) {
        line.collect(which, out);
      }
    }
    out.forEach(this::remove);
    return out;
  }

  /** Corrects what was charged when a run began by what it really took. */
  void settle(Run run, long nanos, long now) {
    double share = (double) nanos / run.requests().size();
    double beyond = (double) (nanos - run.predicted()) / run.requests().size();
    for (Request request : run.requests()) {
      Line line = tier(request.priority()).find(request.client());
      if (line != null) {
        line.charge(beyond);
      }
      throttle.charge(request.client(), beyond, now);
      request.client().charge((long) share);
    }
  }

  /**
   * Most samples that a run of this lane should have. What waits is shared out among the slots
   * where large batches gain little: otherwise the first slot takes all, and the next one has to
   * wait.
   */
  int most(Lane lane, long now) {
    int most = lane.cost().within(longest(), Math.max(1, lane.mostTogether()), now);
    int slots = settings.slots();
    int even = Math.max(1, (books.get(lane).waiting + slots - 1) / slots);
    return slots > 1
            && even < most
            && lane.cost().share(even, now) <= WORTH * lane.cost().share(most, now)
        ? even
        : most;
  }
}
