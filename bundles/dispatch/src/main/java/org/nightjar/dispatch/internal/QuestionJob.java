package org.nightjar.dispatch.internal;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.report.FiledReport;
import org.nightjar.dispatch.internal.lane.Job;
import org.nightjar.store.Filing;

/** A question on the bus, whose asker waits. */
record QuestionJob(Envelope envelope, CompletableFuture<FiledReport> answer) implements Job {
  @Override
  public OptionalLong entry() {
    return OptionalLong.empty();
  }

  @Override
  public OptionalLong arrival() {
    return OptionalLong.empty();
  }

  @Override
  public boolean duplicate(String key) {
    return false;
  }

  @Override
  public Optional<Filing> reported(FiledReport report) {
    answer.complete(report);
    return Optional.empty();
  }

  @Override
  public void failed(Problem problem) {
    answer.completeExceptionally(new NightjarException(problem));
  }

  @Override
  public void dropped(Problem why) {
    failed(why);
  }
}
