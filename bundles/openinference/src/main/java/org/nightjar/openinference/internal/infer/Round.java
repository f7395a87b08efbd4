package org.nightjar.openinference.internal.infer;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Inference;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;

/**
 * One request's way through the inference service. Each sample is asked for by itself, so that the
 * service batches it with everybody's, and no more than a few hundred at a time. Where the service
 * is full, the request waits for its own samples before it gives up.
 */
public final class Round {
  private static final int WINDOW = 256;
  private static final long PATIENCE_MILLIS = 200;
  private static final Set<String> FULL =
      Set.of(StandardError.QUEUE_FULL.name(), StandardError.QUOTA_EXCEEDED.name());

  private final List<Sample> samples;
  private final Function<Sample, CompletableFuture<Prediction>> service;
  private final BooleanSupplier gone;
  private final Taker taker;
  private final Queue<CompletableFuture<Prediction>> waiting = new ArrayDeque<>();
  private int taken;

  /** Takes predictions in the order of the samples. */
  public interface Taker {
    /** Takes the next one. */
    void take(Prediction prediction) throws NightjarException;
  }

  /**
   * A round that has not begun.
   *
   * @param service runs a sample
   * @param gone whether nobody waits for the answer any more
   * @param taker where predictions go
   */
  public Round(
      List<Sample> samples,
      Function<Sample, CompletableFuture<Prediction>> service,
      BooleanSupplier gone,
      Taker taker) {
    this.samples = samples;
    this.service = service;
    this.gone = gone;
    this.taker = taker;
  }

  /**
   * Runs all samples.
   *
   * @throws NightjarException of the first sample that failed, with its index where there are
   *     several; those after it are withdrawn
   * @throws IOException if the client has gone
   */
  public void run() throws NightjarException, IOException, InterruptedException {
    try {
      for (Sample sample : samples) {
        if (waiting.size() == WINDOW) {
          takeNext();
        }
        waiting.add(submit(sample));
      }
      while (!waiting.isEmpty()) {
        takeNext();
      }
    } finally {
      waiting.forEach(future -> future.cancel(true));
    }
  }

  private CompletableFuture<Prediction> submit(Sample sample)
      throws NightjarException, IOException, InterruptedException {
    CompletableFuture<Prediction> future = service.apply(sample);
    while (!waiting.isEmpty() && isRefused(future)) {
      takeNext();
      future = service.apply(sample);
    }
    return future;
  }

  private static boolean isRefused(CompletableFuture<Prediction> future)
      throws InterruptedException {
    if (!future.isCompletedExceptionally()) {
      return false;
    }
    try {
      Inference.await(future);
      return false;
    } catch (NightjarException e) {
      return FULL.contains(e.problem().code());
    }
  }

  private void takeNext() throws NightjarException, IOException, InterruptedException {
    try {
      taker.take(await(waiting.element()));
    } catch (NightjarException e) {
      throw samples.size() == 1 ? e : of(taken, e);
    }
    waiting.remove();
    taken++;
  }

  private Prediction await(CompletableFuture<Prediction> future)
      throws NightjarException, IOException, InterruptedException {
    while (!future.isDone()) {
      try {
        future.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (gone.getAsBoolean()) {
          throw (IOException) new IOException("the client has gone").initCause(e);
        }
      } catch (ExecutionException | CancellationException e) {
        break; // told below
      }
    }
    return Inference.await(future);
  }

  private static NightjarException of(int index, NightjarException e) {
    Problem problem = e.problem();
    NightjarException told =
        new NightjarException(
            new Problem(
                problem.number(),
                problem.code(),
                problem.category(),
                "sample " + index + ": " + problem.message(),
                problem.place(),
                problem.remedy()),
            e);
    return e.retryAfter().map(told::retryAfter).orElse(told);
  }
}
