package org.nightjar.dispatch.internal.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Envelope;
import org.nightjar.api.report.FiledReport;
import org.nightjar.json.EnvelopeJson;
import org.nightjar.json.JsonLine;
import org.nightjar.json.ProblemJson;
import org.nightjar.json.ReportJson;

/** Hands envelopes to a task, a few at a time, and writes what comes back. */
final class HostedTask {
  private static final int AT_ONCE = 32;

  private final Function<Envelope, CompletionStage<FiledReport>> examine;
  private final PrintWriter out;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final AtomicBoolean allWell = new AtomicBoolean(true);

  HostedTask(Function<Envelope, CompletionStage<FiledReport>> examine, PrintWriter out) {
    this.examine = examine;
    this.out = out;
  }

  /** Takes one line; waits while too many are under way. */
  void take(String line, String place) throws NightjarException, InterruptedException {
    Envelope envelope = EnvelopeJson.read(JsonLine.read(line, place));
    free.acquire();
    examine
        .apply(envelope)
        .whenComplete(
            (report, failure) -> {
              try {
                write(envelope, report, failure);
              } finally {
                free.release();
              }
            });
  }

  /**
   * Waits for all.
   *
   * @return whether every envelope got its report
   */
  boolean await() throws InterruptedException {
    free.acquire(AT_ONCE);
    out.flush();
    return allWell.get();
  }

  private synchronized void write(Envelope envelope, FiledReport report, Throwable failure) {
    if (failure == null) {
      out.println(ReportJson.line(report));
    } else {
      allWell.set(false);
      ObjectNode line = JsonLine.object().put("product", envelope.ref().id());
      line.set("problem", ProblemJson.write(problem(failure)));
      out.println(JsonLine.write(line));
    }
    out.flush();
  }

  private static Problem problem(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof NightjarException known
        ? known.problem()
        : Problem.of(StandardError.INTERNAL, String.valueOf(cause), "", "");
  }
}
