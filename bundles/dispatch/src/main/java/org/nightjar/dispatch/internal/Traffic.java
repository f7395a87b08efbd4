package org.nightjar.dispatch.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.task.Need;
import org.nightjar.bus.Bus;
import org.nightjar.bus.Registration;
import org.nightjar.dispatch.Addresses;
import org.nightjar.dispatch.internal.examine.Served;
import org.nightjar.dispatch.internal.lane.Job;
import org.nightjar.dispatch.internal.lane.Lane;
import org.nightjar.dispatch.internal.lane.Slot;
import org.nightjar.store.Entered;
import org.nightjar.store.Settled;
import org.nightjar.store.WorkItem;

/** All lanes, and what comes to them over the bus. A lane and its address stay for good. */
final class Traffic implements AutoCloseable {
  private final Bus bus;
  private final Refill refill;
  private final BiFunction<String, Runnable, Lane> lanes;
  private final Function<WorkItem, Job> jobs;
  private final ConcurrentMap<String, Lane> byTask = new ConcurrentHashMap<>();
  private final List<Registration> registrations = new ArrayList<>();

  Traffic(
      Bus bus,
      Refill refill,
      BiFunction<String, Runnable, Lane> lanes,
      Function<WorkItem, Job> jobs) {
    this.bus = bus;
    this.refill = refill;
    this.lanes = lanes;
    this.jobs = jobs;
    registrations.add(bus.subscribe(Entered.TOPIC, this::entered));
    registrations.add(bus.subscribe(Settled.TOPIC, this::settled));
  }

  void add(Served served, Slot.Origin origin) {
    lane(served.info().name()).add(served, origin);
  }

  void update(Served served, Slot.Origin origin) {
    lane(served.info().name()).update(origin.service(), served);
  }

  void remove(long service) {
    byTask.values().forEach(lane -> lane.remove(service));
  }

  boolean drain(long bundle, Duration atMost) throws InterruptedException {
    return drain(origin -> origin.bundle() == bundle, atMost);
  }

  /** Hands out no more work, and waits for what is in flight. */
  boolean quiesce(Duration atMost) throws InterruptedException {
    return drain(origin -> true, atMost);
  }

  private boolean drain(Predicate<Slot.Origin> which, Duration atMost) throws InterruptedException {
    long start = System.nanoTime();
    // No lane goes on taking work while another one is waited for.
    for (Lane lane : byTask.values()) {
      lane.drain(which, start);
    }
    boolean drained = true;
    for (Lane lane : byTask.values()) {
      drained &= lane.drain(which, start + atMost.toNanos());
    }
    return drained;
  }

  List<Lane> lanes() {
    return byTask.values().stream().sorted(Comparator.comparing(Lane::task)).toList();
  }

  private synchronized Lane lane(String task) {
    Lane there = byTask.get(task);
    if (there != null) {
      return there;
    }
    Lane lane = lanes.apply(task, () -> refill.room(task));
    refill.add(lane);
    byTask.put(task, lane);
    registrations.add(bus.serve(Addresses.examine(task), envelope -> examine(lane, envelope)));
    return lane;
  }

  private CompletionStage<FiledReport> examine(Lane lane, Envelope envelope) {
    CompletableFuture<FiledReport> answer = new CompletableFuture<>();
    Optional<Served> served = lane.served();
    if (served.isEmpty()) {
      return refused(
          StandardError.UNAVAILABLE, lane, "no version of the task is there", "install its plugin");
    }
    if (!served.get().info().accepts().contains(envelope.ref().kind())) {
      return refused(
          StandardError.UNWANTED,
          lane,
          "the task does not judge a product of kind " + envelope.ref().kind(),
          "ask a task that does; see 'nightjar tasks'");
    }
    if (!lane.offer(new QuestionJob(envelope, answer))) {
      return refused(
          StandardError.QUEUE_FULL, lane, "the task's window is full", "ask again in a moment");
    }
    return answer;
  }

  private static CompletionStage<FiledReport> refused(
      StandardError code, Lane lane, String message, String remedy) {
    return CompletableFuture.failedFuture(
        NightjarException.of(code, message, Addresses.examine(lane.task()).name(), remedy));
  }

  private void entered(Entered entered) {
    for (WorkItem item : entered.items()) {
      Lane lane = byTask.get(item.task());
      if (lane != null && !lane.offer(jobs.apply(item))) {
        refill.more(item.task());
      }
    }
  }

  private void settled(Settled settled) {
    for (Lane lane : byTask.values()) {
      if (lane.served().filter(served -> waitsFor(served, settled.task())).isPresent()) {
        lane.unpark(job -> job.arrival().equals(OptionalLong.of(settled.arrival())));
      }
    }
  }

  private static boolean waitsFor(Served served, String task) {
    return served.info().needs().contains(new Need.Reports(task));
  }

  @Override
  public synchronized void close() {
    registrations.forEach(Registration::close);
    Problem why =
        Problem.of(StandardError.CANCELLED, "the dispatcher stops", "", "ask again later");
    byTask.values().forEach(lane -> lane.close(why));
  }
}
