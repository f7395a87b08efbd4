package org.nightjar.inference.internal.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.inference.internal.time.Time;

/** Decides what a device does next. Called under the queue's lock. */
final class Decider {
  private final QueueState state;

  Decider(QueueState state) {
    this.state = state;
  }

  /** What is to be done now. */
  Turn turn(long now) {
    List<Request> dropped = new ArrayList<>();
    if (state.waiting == 0 || !state.slotFree()) {
      return new Turn(Optional.empty(), dropped, Time.NEVER);
    }
    for (Tier tier : order(now)) {
      Line line = tier.first(state::held, state.throttle, now);
      if (line != null) {
        Optional<Run> run = form(tier, line.first(state::held, now).lane(), now, dropped);
        if (run.isPresent() || !dropped.isEmpty()) {
          return new Turn(run, dropped, now);
        }
      }
    }
    return new Turn(Optional.empty(), dropped, wakeTime(now));
  }

  /** The tiers in order of service: those with enough credit for their next run come first. */
  private List<Tier> order(long now) {
    for (int i = state.tiers.size() - 1; i > 0; i--) {
      Tier tier = state.tiers.get(i);
      if (tier.size() > 0 && tier.owed(0)) {
        Line line = tier.first(state::held, state.throttle, now);
        if (line != null && tier.owed(next(line.first(state::held, now).lane(), now))) {
          List<Tier> order = new ArrayList<>(state.tiers);
          order.remove(tier);
          order.add(0, tier);
          return order;
        }
      }
    }
    return state.tiers;
  }

  private long next(Lane lane, long now) {
    int size = Math.min(state.books.get(lane).waiting, state.most(lane, now));
    return lane.cost().predict(Math.max(1, size), now);
  }

  private Optional<Run> form(Tier tier, Lane lane, long now, List<Request> dropped) {
    Former former = new Former(lane, state.throttle, state.most(lane, now), now, dropped);
    former.fill(tier);
    for (Tier lower : state.tiers.subList(state.tiers.indexOf(tier) + 1, state.tiers.size())) {
      former.ride(lower);
    }
    for (Request request : dropped) {
      request.state = Request.State.OVER;
      state.left(request);
    }
    List<Request> chosen = former.chosen();
    return chosen.isEmpty() ? Optional.empty() : Optional.of(begin(tier, lane, chosen, now));
  }

  private Run begin(Tier tier, Lane lane, List<Request> chosen, long now) {
    long predicted = lane.cost().predict(chosen.size(), now);
    Run run = new Run(lane, chosen, now, predicted);
    for (Request request : chosen) {
      request.state = Request.State.RUNNING;
      request.run = run;
      state.left(request);
      state.throttle.charge(request.client(), (double) predicted / chosen.size(), now);
    }
    for (Tier other : state.tiers) {
      if (other == tier) {
        other.spend(predicted);
      } else {
        other.earn(predicted);
      }
    }
    state.books.get(lane).running++;
    state.running.add(run);
    return run;
  }

  private long wakeTime(long now) {
    long wake = Time.NEVER;
    for (Tier tier : state.tiers) {
      wake = Math.min(wake, state.throttle.until(tier.lines(), now));
    }
    for (LaneBook book : state.books.values()) {
      if (book.waiting > 0) {
        wake = Math.min(wake, book.returns.until(now));
      }
    }
    return wake;
  }
}
