package org.nightjar.dispatch.internal.examine;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.inference.InferenceScope;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.profile.Profile;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.ModelUse;
import org.nightjar.api.report.Provenance;
import org.nightjar.api.report.Report;
import org.nightjar.api.report.ReportState;
import org.nightjar.dispatch.internal.product.SharedProducts;

/**
 * From an envelope to a filed report: prepares, opens, calls the task, and turns whatever comes out
 * of it into an outcome. Knows nothing of queues, versions or the ledger.
 */
public final class TaskExamination {
  private final Bench bench;
  private final Needs needs;
  private final Map<String, Checked> configurations = new ConcurrentHashMap<>();

  /** An examination with what lies on the bench. */
  public TaskExamination(Bench bench, Needs needs) {
    this.bench = bench;
    this.needs = needs;
  }

  /** Whether all that the task needs of this arrival has been settled. */
  public boolean ready(Served served, Envelope envelope, long arrival) throws NightjarException {
    return needs.settled(served.info(), envelope, arrival);
  }

  /** Why a report would come too late, if it would. */
  public Optional<Problem> late(Envelope envelope) {
    Instant now = bench.clock().instant();
    return envelope
        .deadline()
        .filter(deadline -> deadline.isBefore(now))
        .map(
            deadline ->
                Problem.of(
                    StandardError.DEADLINE_PASSED,
                    "the deadline " + deadline + " passed before the task could start",
                    envelope.ref().uri().toString(),
                    "submit it again without a deadline if the report is still of use"));
  }

  /** Finds what is needed and computes the report's key. */
  public Prepared prepare(Served served, Envelope envelope) throws NightjarException {
    Needed needed =
        served.info().needs().isEmpty() ? Needed.NOTHING : needs.find(served.info(), envelope);
    List<ModelInfo> models =
        bench.inference().get().map(service -> models(service, served)).orElse(List.of());
    String configuration = configuration(served, profile(envelope));
    return new Prepared(
        envelope,
        key(served, envelope, needed, models, configuration),
        configuration,
        models,
        needed);
  }

  private Profile profile(Envelope envelope) {
    return bench.profiles().of(envelope.facts());
  }

  private static List<ModelInfo> models(Inference service, Served served) {
    return service.models(served.info().name());
  }

  /**
   * Opens the product. The call must be closed.
   *
   * @throws NightjarException if the product is gone or damaged
   */
  public Call open(Served served, Prepared prepared, PartThreads threads, Cancellation cancellation)
      throws NightjarException, InterruptedException {
    SharedProducts.Use use = bench.products().use(prepared.envelope().ref());
    CallContext context =
        new CallContext(
            bench,
            prepared,
            profile(prepared.envelope()),
            inference(served),
            threads,
            cancellation);
    return new Call(prepared, use, context, bench.clock().instant());
  }

  private InferenceScope inference(Served served) {
    return bench
        .inference()
        .get()
        .map(service -> service.scope(served.plugin().id()))
        .orElseGet(AbsentInference::new);
  }

  /**
   * Whether what was prepared names models that the task would not be given any more. A report of
   * them would be filed under a key that nobody asks for.
   */
  public boolean outdated(Served served, Prepared prepared) {
    return bench
        .inference()
        .get()
        .map(service -> !models(service, served).equals(prepared.models()))
        .orElse(false);
  }

  /** Calls the task. Afterwards every call has an answer; nothing comes out of this. */
  public void run(Served served, List<Call> calls) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(served.loader());
    try {
      served.judge().judge(calls);
      calls.forEach(call -> call.settle(Call.Answer.of(call.broken("gave no answer"))));
    } catch (InterruptedException e) {
      calls.forEach(call -> call.settle(Call.Answer.INTERRUPTED));
    } catch (Throwable e) {
      // Whatever it is, it came out of a plugin: its products are quarantined, the thread goes on.
      calls.forEach(call -> call.settle(Call.Answer.of(Failures.problem(e, served, place(call)))));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** How an answered call ended. */
  public Outcome outcome(Served served, Call call) {
    Call.Answer answer = call.answer().orElse(Call.Answer.INTERRUPTED);
    if (answer.report().isPresent()) {
      return new Outcome.Reported(filed(served, call, answer.report().get()));
    }
    return answer.problem().<Outcome>map(Outcome.Failed::new).orElseGet(Outcome.Interrupted::new);
  }

  private FiledReport filed(Served served, Call call, Report report) {
    Prepared prepared = call.prepared();
    Instant now = bench.clock().instant();
    InferenceScope inference = call.scope().used();
    List<ModelUse> models =
        inference.used().stream()
            .sorted(Comparator.comparing(ModelInfo::id).thenComparing(ModelInfo::version))
            .map(
                model ->
                    new ModelUse(model.id(), model.version(), model.sha256(), model.precision()))
            .toList();
    return new FiledReport(
        prepared.key(),
        prepared.envelope().ref(),
        served.info().name(),
        prepared.envelope().night(),
        report,
        new Provenance(
            served.plugin().id(),
            served.plugin().version(),
            models,
            prepared.configuration(),
            prepared.needed().checksums(),
            String.join(",", inference.devices()),
            call.started(),
            Duration.between(call.started(), now)),
        ReportState.CURRENT,
        "",
        now);
  }

  /** Taken again only when one of the two is another object: a profile is long, alerts are many. */
  private String configuration(Served served, Profile profile) {
    Checked last = configurations.get(served.info().name());
    if (last == null || last.settings() != served.settings() || last.profile() != profile) {
      last = new Checked(served.settings(), profile, checksum(served, profile));
      configurations.put(served.info().name(), last);
    }
    return last.checksum();
  }

  private record Checked(Map<String, Object> settings, Profile profile, String checksum) {}

  private String checksum(Served served, Profile profile) {
    return new Fingerprint()
        .add("settings", served.settings())
        .add("seed", bench.seed())
        .add("profile", profile.name())
        .add("site", profile.site())
        .add("keywords", profile.keywords())
        .add("levels", profile.levels())
        .add("layout", profile.layout())
        .add("mask", profile.mask())
        .add("thresholds", profile.thresholds())
        .add("values", profile.values().values())
        .hex();
  }

  private static String key(
      Served served,
      Envelope envelope,
      Needed needed,
      List<ModelInfo> models,
      String configuration) {
    return new Fingerprint()
        .add("product", envelope.ref().sha256())
        .add("needs", needed.checksums())
        .add("task", served.info().name())
        .add("plugin", served.plugin().id())
        .add("version", served.plugin().version())
        .add(
            "models",
            models.stream().map(model -> model.sha256() + " " + model.precision()).toList())
        .add("configuration", configuration)
        .hex();
  }

  private static String place(Call call) {
    return call.prepared().envelope().ref().uri().toString();
  }
}
