package org.nightjar.api.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The service that runs networks. Requests of all plugins share its batches; one bad request never
 * fails another.
 */
@ProviderType
public interface Inference {
  /** Models installed for a task, in a stable order; only those whose golden vectors came out. */
  List<ModelInfo> models(String task);

  /**
   * Runs one sample.
   *
   * @return completes exceptionally with a {@link NightjarException}: {@code BAD_ARGUMENT} for a
   *     sample that does not fit the model, {@code NOT_FOUND} for a model that is gone, {@code
   *     DEADLINE_PASSED}, {@code QUEUE_FULL}, {@code OUT_OF_MEMORY}; cancelling it withdraws the
   *     request if it has not begun
   */
  CompletableFuture<Prediction> infer(ModelInfo model, Sample sample, Urgency urgency);

  /**
   * Runs several samples and waits for all of them; answers come in the order of the samples.
   *
   * @throws NightjarException of the first sample that failed, in that order
   */
  default List<Prediction> inferAll(ModelInfo model, List<Sample> samples, Urgency urgency)
      throws NightjarException, InterruptedException {
    List<CompletableFuture<Prediction>> futures =
        samples.stream().map(sample -> infer(model, sample, urgency)).toList();
    List<Prediction> predictions = new ArrayList<>(futures.size());
    for (CompletableFuture<Prediction> future : futures) {
      predictions.add(await(future));
    }
    return List.copyOf(predictions);
  }

  private static Prediction await(CompletableFuture<Prediction> future)
      throws NightjarException, InterruptedException {
    try {
      return future.get();
    } catch (CancellationException e) {
      throw NightjarException.of(StandardError.CANCELLED, "the request was cancelled", "", "");
    } catch (ExecutionException e) {
      Throwable cause =
          e.getCause() instanceof CompletionException wrapped ? wrapped.getCause() : e.getCause();
      if (cause instanceof NightjarException known) {
        throw known;
      }
      throw new IllegalStateException(cause);
    }
  }
}
