package org.nightjar.inference.internal.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Urgency;
import org.nightjar.inference.internal.client.Client;
import org.nightjar.inference.internal.client.Quota;
import org.nightjar.inference.internal.schedule.Answer;
import org.nightjar.inference.internal.shadow.Comparison;
import org.nightjar.inference.internal.shadow.ShadowReport;
import org.nightjar.inference.internal.station.Residence;
import org.nightjar.inference.internal.time.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which version of each model is live, and how one follows another: on trial, live, kept as the way
 * back, taken back. Requests pass through here on their way to a version.
 */
public final class Succession {
  private static final Logger LOG = LoggerFactory.getLogger(Succession.class);

  /**
   * A request for a version that alone fails its sample is not failed at once: if the version is
   * taken back soon, whoever asks is told to ask another one, and nothing is lost.
   */
  private static final Duration SUSPENSE = Duration.ofSeconds(2);

  /** Failures that may be the version's fault. */
  private static final Set<String> SUSPICIOUS =
      Set.of(StandardError.INTERNAL.name(), StandardError.CONTRACT_BROKEN.name());

  /** Failures that say that the version has gone, so that another one should be asked. */
  private static final Set<String> GONE =
      Set.of(
          StandardError.UNAVAILABLE.name(),
          StandardError.WITHDRAWN.name(),
          StandardError.NOT_FOUND.name());

  private final SuccessionSettings settings;
  private final Executor callbacks;
  private final Time time;
  private final Map<String, LiveLine> lines = new ConcurrentHashMap<>();
  private final Client mirror = new Client("trial of a new version", Quota.DEFAULT);
  private final Client judge = new Client("check of a failed sample", Quota.DEFAULT);
  private volatile Decisions decisions = (version, choice) -> {};

  /** Who remembers decisions. */
  interface Decisions {
    /** A version was taken back, or went live after its trial. */
    void decided(ModelVersion version, boolean live);
  }

  /**
   * Nothing is live.
   *
   * @param callbacks runs what may take a while
   */
  public Succession(SuccessionSettings settings, Executor callbacks, Time time) {
    this.settings = settings;
    this.callbacks = callbacks;
    this.time = time;
  }

  void remember(Decisions by) {
    decisions = by;
  }

  private LiveLine line(String id) {
    return lines.computeIfAbsent(id, each -> new LiveLine());
  }

  private LiveLine line(ModelVersion version) {
    return line(version.source().manifest().id());
  }

  /** The live version of a model. */
  public Optional<ModelVersion> live(String id) {
    LiveLine line = lines.get(id);
    return line == null ? Optional.empty() : line.live();
  }

  /** How the version on trial of a model compares. */
  public Optional<ShadowReport> trial(String id) {
    return line(id).trial().map(trial -> trial.comparison().report());
  }

  /** Makes a loaded and verified version live. Whatever waits for the one before it is served. */
  void promote(ModelVersion version) throws InterruptedException {
    LiveLine line = line(version);
    Residence keep = null;
    Optional<ModelVersion> before = line.live().filter(each -> each != version);
    if (before.isPresent()) {
      try {
        keep = before.get().lease();
      } catch (NightjarException e) {
        LOG.warn("{} cannot be kept as the way back: {}", before.get().label(), e.problem());
      }
    }
    if (line.trial().filter(trial -> trial.version() == version).isPresent()) {
      line.trial(null);
    }
    line.promote(version, keep, time.nanos());
    LOG.info("Model {} is live", version.label());
  }

  /** Shows a loaded and verified version the samples of the live one. */
  void trial(ModelVersion version, int samples) {
    LiveLine line = line(version);
    Optional<ModelVersion> live = line.live();
    if (live.isEmpty()) {
      return;
    }
    version.become(Lifecycle.SHADOW, "on trial beside " + live.get().label());
    line.trial(
        new LiveLine.Trial(
            version,
            new Comparison(live.get().info().orElseThrow(), version.info().orElseThrow()),
            samples));
  }

  /**
   * Takes a live version back.
   *
   * @param why for people
   * @return the version that is live again
   * @throws NightjarException {@code CONFLICT} if there is none to go back to
   */
  ModelVersion rollback(ModelVersion bad, String why) throws NightjarException {
    LiveLine line = line(bad);
    ModelVersion before;
    synchronized (line) {
      before = line.before().orElse(null);
      if (before == null || line.live().filter(each -> each == bad).isEmpty()) {
        throw NightjarException.of(
            StandardError.CONFLICT,
            "there is no version before " + bad.label() + " to go back to",
            "",
            "Promote another one: nightjar models promote ID@VERSION");
      }
      line.back(before);
      bad.become(Lifecycle.REFUSED, "taken back: " + why);
    }
    LOG.error("Model {} is taken back, {} is live again: {}", bad.label(), before.label(), why);
    decisions.decided(bad, false);
    bad.drop(withdrawn(bad));
    callbacks.execute(bad::close);
    return before;
  }

  /** Ends what has run its time. */
  public void look() {
    lines.values().forEach(line -> line.retire(time.nanos(), settings.dwell().toNanos()));
  }

  /** A version goes away. */
  void forget(ModelVersion version) {
    line(version).forget(version);
  }

  void clear() {
    lines.values().forEach(LiveLine::clear);
  }

  /**
   * Keeps a version loaded, loading it first if need be.
   *
   * @return lets it go again
   */
  public Runnable lease(ModelVersion version) throws NightjarException, InterruptedException {
    if (!version.state().serves()) {
      throw notServed(version);
    }
    return version.lease()::release;
  }

  /** Asks exactly this version. */
  public void ask(ModelVersion version, Ask ask) {
    if (!version.state().serves()) {
      ask.client().refused();
      ask.answer().failForGood(notServed(version));
      return;
    }
    LiveLine line = line(version);
    if (line.live().filter(live -> live == version).isPresent()) {
      mirror(line, ask);
      if (line.before().isPresent()) {
        ask.answer().beforeFailing(reason -> accept(version, ask, reason));
      }
    }
    version.ask(ask);
  }

  private boolean accept(ModelVersion version, Ask ask, NightjarException reason) {
    if (!SUSPICIOUS.contains(reason.problem().code())) {
      return true;
    }
    callbacks.execute(
        () -> {
          boolean versionsFault = judge(version, ask, reason).isPresent();
          if (versionsFault && version.state() != Lifecycle.REFUSED) {
            CompletableFuture.delayedExecutor(SUSPENSE.toMillis(), TimeUnit.MILLISECONDS, callbacks)
                .execute(() -> fail(ask, verdict(version, reason)));
          } else {
            fail(ask, verdict(version, reason));
          }
        });
    return false;
  }

  private static NightjarException verdict(ModelVersion version, NightjarException reason) {
    return version.state() == Lifecycle.REFUSED ? withdrawn(version) : reason;
  }

  /** Asks whatever version is live, and another one if that turns out to be bad. */
  public void askLive(String id, Ask ask) {
    Optional<ModelVersion> live = live(id);
    if (live.isEmpty()) {
      ask.client().refused();
      ask.answer().failForGood(unknown(id));
      return;
    }
    ModelVersion version = live.get();
    mirror(line(id), ask);
    ask.answer().beforeFailing(reason -> acceptLive(id, version, ask, reason));
    version.ask(ask);
  }

  private boolean acceptLive(String id, ModelVersion version, Ask ask, NightjarException reason) {
    String code = reason.problem().code();
    boolean gone = GONE.contains(code) && live(id).filter(live -> live != version).isPresent();
    if (!gone && !SUSPICIOUS.contains(code)) {
      return true;
    }
    callbacks.execute(
        () -> {
          Optional<Prediction> other =
              gone || live(id).filter(live -> live == version).isEmpty()
                  ? Optional.empty()
                  : judge(version, ask, reason);
          if (other.isPresent()) {
            ask.answer().give(other.get());
            ask.client().answered();
          } else if (live(id).filter(live -> live != version).isPresent()) {
            askLive(id, ask);
          } else {
            fail(ask, reason);
          }
        });
    return false;
  }

  private static void fail(Ask ask, NightjarException why) {
    if (ask.answer().failForGood(why)) {
      ask.client().failed();
    }
  }

  /**
   * Asks the version before about a sample that the live one failed. If it answers, the sample is
   * not to blame; after a few such samples the live version is taken back.
   *
   * @return the answer of the version before, if it has one
   */
  private Optional<Prediction> judge(ModelVersion version, Ask ask, NightjarException reason) {
    LiveLine line = line(version);
    Optional<ModelVersion> before = line.before();
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Answer second = new Answer(callbacks);
    before.get().ask(new Ask(judge, ask.sample(), ask.urgency(), second, true));
    try {
      Prediction prediction = second.get();
      int regressions = line.regression();
      LOG.warn(
          "{} failed a sample that {} answers ({} of {}): {}",
          version.label(),
          before.get().label(),
          regressions,
          settings.rollbackAfter(),
          reason.problem());
      if (regressions >= settings.rollbackAfter()) {
        takeBack(version, regressions, before.get(), reason);
      }
      return Optional.of(prediction);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      LOG.debug("the version before fails it too", e);
      return Optional.empty();
    }
  }

  private void takeBack(
      ModelVersion version, int regressions, ModelVersion before, NightjarException reason) {
    try {
      rollback(
          version,
          "it failed "
              + regressions
              + " samples that "
              + before.label()
              + " answers, the last one with "
              + reason.problem());
    } catch (NightjarException e) {
      LOG.debug("somebody else has taken it back", e);
    }
  }

  private void mirror(LiveLine line, Ask ask) {
    Optional<LiveLine.Trial> trial = line.trial();
    if (trial.isPresent()) {
      ask.answer()
          .onGiven(
              prediction -> callbacks.execute(() -> mirror(line, trial.get(), ask, prediction)));
    }
  }

  private void mirror(LiveLine line, LiveLine.Trial trial, Ask ask, Prediction ofLive) {
    Answer answer = new Answer(callbacks);
    trial.version().ask(new Ask(mirror, ask.sample(), Urgency.BULK, answer, false));
    answer.whenComplete(
        (ofCandidate, failure) -> {
          if (ofCandidate != null) {
            trial.comparison().add(ofLive, ofCandidate);
          } else if (failure instanceof NightjarException known
              && SUSPICIOUS.contains(known.problem().code())) {
            trial.comparison().failed();
          } else {
            trial.comparison().skipped();
          }
          conclude(line, trial);
        });
  }

  private void conclude(LiveLine line, LiveLine.Trial trial) {
    if (trial.samples() == 0 || trial.comparison().seen() < trial.samples() || !line.end(trial)) {
      return;
    }
    ShadowReport report = trial.comparison().report();
    List<String> objections = report.objections(settings.limits());
    if (!objections.isEmpty()) {
      trial
          .version()
          .become(
              Lifecycle.SHADOW, "its trial speaks against it: " + String.join("; ", objections));
      LOG.warn("{} stays on trial: {}", trial.version().label(), trial.version().message());
      line.trial(new LiveLine.Trial(trial.version(), trial.comparison(), 0));
      return;
    }
    try {
      LOG.info("{} has stood its trial: {}", trial.version().label(), report.line());
      decisions.decided(trial.version(), true);
      promote(trial.version());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static NightjarException notServed(ModelVersion version) {
    return version.state() == Lifecycle.REFUSED ? withdrawn(version) : unknown(version.label());
  }

  static NightjarException withdrawn(ModelVersion version) {
    return NightjarException.of(
        StandardError.WITHDRAWN,
        "model " + version.label() + " was " + version.message(),
        "",
        "Ask for the models of the task again.");
  }

  static NightjarException unknown(String name) {
    return NightjarException.of(
        StandardError.NOT_FOUND,
        "model " + name + " is not installed",
        "",
        "Ask for the models of the task again.");
  }
}
