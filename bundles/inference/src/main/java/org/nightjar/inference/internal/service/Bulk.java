package org.nightjar.inference.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.Prediction;
import org.nightjar.api.inference.Sample;
import org.nightjar.api.inference.Urgency;
import org.nightjar.inference.internal.model.LoadedModel;

/**
 * Many samples for a caller who waits. When the line is full it waits for its own earlier samples
 * instead of failing; only when it has none there does it give up.
 */
final class Bulk {
  private final LoadedModel model;
  private final Urgency urgency;
  private final List<CompletableFuture<Prediction>> futures = new ArrayList<>();
  private final List<Prediction> predictions = new ArrayList<>();

  Bulk(LoadedModel model, Urgency urgency) {
    this.model = model;
    this.urgency = urgency;
  }

  List<Prediction> run(List<Sample> samples) throws NightjarException, InterruptedException {
    try {
      for (Sample sample : samples) {
        futures.add(submit(sample));
      }
      while (predictions.size() < futures.size()) {
        takeNext();
      }
      return List.copyOf(predictions);
    } finally {
      futures.forEach(future -> future.cancel(false));
    }
  }

  private CompletableFuture<Prediction> submit(Sample sample)
      throws NightjarException, InterruptedException {
    CompletableFuture<Prediction> future = model.infer(sample, urgency);
    while (predictions.size() < futures.size() && isFull(future)) {
      takeNext();
      future = model.infer(sample, urgency);
    }
    return future;
  }

  private void takeNext() throws NightjarException, InterruptedException {
    predictions.add(LoadedModel.await(futures.get(predictions.size())));
  }

  private static boolean isFull(CompletableFuture<Prediction> future) throws InterruptedException {
    if (!future.isCompletedExceptionally()) {
      return false;
    }
    try {
      LoadedModel.await(future);
      return false;
    } catch (NightjarException e) {
      return e.problem().code().equals(StandardError.QUEUE_FULL.name());
    }
  }
}
