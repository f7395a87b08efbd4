package org.nightjar.inference.internal.schedule;

import java.util.Optional;
import org.nightjar.inference.internal.client.Client;
import org.nightjar.inference.internal.time.Time;

/**
 * Whether a request is accepted. One with a deadline is, if it can be met: what will be served
 * before it is all that is more urgent, all that its own client has waiting, and of every other
 * client in its tier as much as fair sharing serves meanwhile.
 */
final class Admission {
  private final QueueState state;
  private final QueueSettings settings;
  private final long now;

  Admission(QueueState state, long now) {
    this.state = state;
    this.settings = state.settings;
    this.now = now;
  }

  /** Device nanoseconds that one more request of a lane costs in the batches that it gets. */
  static long cost(Lane lane, long now) {
    return lane.cost().share(Math.max(1, lane.mostTogether()), now);
  }

  /** Why a request is refused; if it is not, it has taken its client's room. */
  Optional<Refusal> refusal(Request request) {
    Optional<Refusal> refusal = glance(request.lane(), request.deadline());
    if (refusal.isPresent()) {
      return refusal;
    }
    if (request.deadline() != Time.NEVER) {
      long wait = (long) (ahead(request) / settings.slots()) + untilFree();
      long late = now + wait + request.lane().cost().predict(1, now) - request.deadline();
      if (late > 0) {
        return Optional.of(Refusal.unreachable(request.lane().name(), late, wait));
      }
    }
    return request.client().admit(request.bytes())
        ? Optional.empty()
        : Optional.of(Refusal.quota(request.client().name(), own(request.client())));
  }

  /** Why any such request would be refused. */
  Optional<Refusal> glance(Lane lane, long deadline) {
    if (state.closed) {
      return Optional.of(Refusal.closed(lane.name()));
    }
    if (deadline <= now) {
      return Optional.of(Refusal.late(lane.name()));
    }
    LaneBook book = state.books.get(lane);
    if (book != null && (book.waiting >= settings.queue() || book.bytes >= settings.bytes())) {
      return Optional.of(Refusal.full(lane.name(), book.cost / (2 * settings.slots())));
    }
    return Optional.empty();
  }

  private double ahead(Request request) {
    double ahead = 0;
    for (Tier tier : state.tiers) {
      if (tier.priority() == request.priority()) {
        return ahead + beside(tier, request);
      }
      ahead += tier.cost();
    }
    return ahead;
  }

  private double beside(Tier tier, Request request) {
    Line own = tier.find(request.client());
    double mine = own == null ? 0 : own.cost();
    double next = (mine + cost(request.lane(), now)) / request.client().quota().share();
    double ahead = mine;
    for (Line line : tier.lines()) {
      if (line != own) {
        ahead += Math.min(line.cost(), next * line.client().quota().share());
      }
    }
    return ahead;
  }

  /** Until the first slot is free. */
  private long untilFree() {
    if (state.slotFree()) {
      return 0;
    }
    long first = Time.NEVER;
    for (Run run : state.running) {
      first = Math.min(first, run.begun() + run.predicted() - now);
    }
    return Math.max(0, first);
  }

  private long own(Client client) {
    long own = 0;
    for (Tier tier : state.tiers) {
      Line line = tier.find(client);
      own += line == null ? 0 : line.cost();
    }
    return own / settings.slots();
  }
}
