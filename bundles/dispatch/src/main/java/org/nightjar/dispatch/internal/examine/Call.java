package org.nightjar.dispatch.internal.examine;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Report;
import org.nightjar.api.task.BatchItem;
import org.nightjar.api.task.TaskContext;
import org.nightjar.dispatch.internal.product.SharedProducts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One product handed to a task, until it is answered. */
public final class Call implements BatchItem, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Call.class);

  private final Prepared prepared;
  private final SharedProducts.Use use;
  private final CallContext context;
  private final Instant started;
  private final AtomicReference<Answer> answer = new AtomicReference<>();

  Call(Prepared prepared, SharedProducts.Use use, CallContext context, Instant started) {
    this.prepared = prepared;
    this.use = use;
    this.context = context;
    this.started = started;
  }

  /** What the task said: a report, a problem, or nothing because it was interrupted. */
  record Answer(Optional<Report> report, Optional<Problem> problem) {
    static final Answer INTERRUPTED = new Answer(Optional.empty(), Optional.empty());

    static Answer of(Report report) {
      return new Answer(Optional.of(report), Optional.empty());
    }

    static Answer of(Problem problem) {
      return new Answer(Optional.empty(), Optional.of(problem));
    }
  }

  @Override
  public Product product() {
    return use.product();
  }

  @Override
  public TaskContext context() {
    return context;
  }

  @Override
  public void report(Report report) {
    answer(report == null ? Answer.of(broken("gave no report")) : check(report));
  }

  @Override
  public void fail(NightjarException problem) {
    Objects.requireNonNull(problem, "problem");
    answer(Answer.of(problem.problem().at(prepared.envelope().ref().uri().toString())));
  }

  /** Answers if nobody has. */
  void settle(Answer last) {
    answer.compareAndSet(null, last);
  }

  Optional<Answer> answer() {
    return Optional.ofNullable(answer.get());
  }

  Prepared prepared() {
    return prepared;
  }

  CallContext scope() {
    return context;
  }

  Instant started() {
    return started;
  }

  Problem broken(String what) {
    return Problem.of(
        StandardError.CONTRACT_BROKEN,
        "the task " + what,
        prepared.envelope().ref().uri().toString(),
        "tell the plugin's author");
  }

  private Answer check(Report report) {
    return report.attachments().stream()
        .filter(attachment -> !context.taken().took(attachment))
        .findFirst()
        .map(
            foreign -> Answer.of(broken("reported a file it never handed over: " + foreign.name())))
        .orElseGet(() -> unchanged(report));
  }

  private Answer unchanged(Report report) {
    try {
      use.check();
      return Answer.of(report);
    } catch (NightjarException e) {
      return Answer.of(e.problem());
    }
  }

  private void answer(Answer given) {
    if (!answer.compareAndSet(null, given)) {
      LOG.warn("a second answer for product {} is ignored", prepared.envelope().ref().id());
    }
  }

  /** Takes back what was handed over, while the task may still be looking at the product. */
  public void revoke() {
    context.close();
  }

  @Override
  public void close() {
    try {
      context.close();
    } finally {
      use.close();
    }
  }
}
