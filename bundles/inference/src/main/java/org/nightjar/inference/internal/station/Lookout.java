package org.nightjar.inference.internal.station;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.inference.internal.schedule.Refusal;
import org.nightjar.inference.internal.schedule.Request;
import org.nightjar.inference.internal.schedule.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after a station: late requests are told so though nothing runs, runs that hang are ended, a
 * device that fails is taken out of service and tried again, models that are idle give memory back.
 */
final class Lookout {
  private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

  /** A run hangs only if it also takes this many times as long as expected. */
  private static final int SLOWER = 20;

  private final Station station;
  private final StationSettings settings;
  private final Breaker breaker;
  private final Workers workers;
  private final Loader loader;
  private final Collection<Residence> residences;
  private final Map<Run, Thread> threads;

  /**
   * A lookout.
   *
   * @param residences the models of the station
   * @param threads who is doing which run
   */
  Lookout(
      Station station,
      StationSettings settings,
      Breaker breaker,
      Workers workers,
      Loader loader,
      Collection<Residence> residences,
      Map<Run, Thread> threads) {
    this.station = station;
    this.settings = settings;
    this.breaker = breaker;
    this.workers = workers;
    this.loader = loader;
    this.residences = residences;
    this.threads = threads;
  }

  void look() {
    for (Request late : station.queue().expired()) {
      station.fail(late, Refusal.late(late.lane().name()).exception());
    }
    for (Run run : station.queue().running()) {
      long taken = station.time().nanos() - run.begun();
      long limit = Math.max(settings.hang().toNanos(), SLOWER * run.predicted());
      if (taken > limit + settings.grace().toNanos()) {
        giveUp(run);
      } else if (taken > limit) {
        run.terminate();
      }
    }
    if (breaker.tryNow()) {
      loader.execute(this::tryAgain);
    }
    long now = station.time().nanos();
    if (breaker.closed() && station.queue().waiting() == 0) {
      residences.stream()
          .filter(residence -> residence.spare(now))
          .forEach(residence -> loader.execute(residence::shrink));
    }
  }

  /** A run that cannot even be ended: its thread and buffers are lost, the device with them. */
  private void giveUp(Run run) {
    Thread thread = threads.remove(run);
    if (thread == null) {
      return;
    }
    String device = station.device().name();
    LOG.error("{} hangs in {}; the thread is given up", run.lane().name(), device);
    station.queue().over(run, -1);
    NightjarException why =
        NightjarException.of(
            StandardError.UNAVAILABLE,
            "the run of model " + run.lane().name() + " on " + device + " hung",
            "",
            "See the log; the device is tried again by itself.");
    trouble(why);
    workers.replace(thread);
    run.requests().forEach(request -> station.elsewhere(request, why));
  }

  /** Takes the device out of service and sends what waits for it elsewhere. */
  void trouble(NightjarException why) {
    if (station.device().isProcessor() || !breaker.trip(why.problem().message())) {
      return;
    }
    LOG.error("{} is taken out of service: {}", station.device().name(), why.problem());
    for (Residence residence : residences) {
      residence.lanes().forEach(lane -> station.failWaiting(lane, why));
    }
  }

  private void tryAgain() {
    boolean works = false;
    try {
      // What the device held is gone, or not to be trusted.
      residences.forEach(Residence::evict);
      Optional<Residence> smallest =
          residences.stream().min(Comparator.comparingLong(Residence::fileBytes));
      if (smallest.isPresent()) {
        smallest.get().probe();
      }
      works = true;
      LOG.info("{} works again", station.device().name());
    } catch (NightjarException | RuntimeException | LinkageError e) {
      LOG.warn("{} still does not work: {}", station.device().name(), e.toString());
    } finally {
      breaker.tried(works);
    }
  }
}
