package org.nightjar.api.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The service that runs networks. It owns the accelerator: requests of all plugins share its
 * batches, its time is shared out fairly between plugins, and one bad request never fails another.
 *
 * <p>A request that cannot be served fails with a {@link NightjarException}: {@code BAD_ARGUMENT}
 * for a sample that does not fit the model, {@code NOT_FOUND} for a model that is not installed,
 * {@code WITHDRAWN} for a version that was found to be bad after it had been given out, {@code
 * DEADLINE_PASSED} for a deadline that has passed or cannot be met, {@code QUEUE_FULL}, {@code
 * QUOTA_EXCEEDED}, {@code OUT_OF_MEMORY}, {@code UNAVAILABLE} while there is no device for it,
 * {@code CONTRACT_BROKEN} for a network that gives NaN for finite numbers. Where trying again makes
 * sense, {@link NightjarException#retryAfter()} says when.
 */
@ProviderType
public interface Inference {
  /** The live version of each model that is installed for a task, in a stable order. */
  List<ModelInfo> models(String task);

  /**
   * A model by name.
   *
   * @param name {@code ID} for the live version, or {@code ID@VERSION} for any that is installed
   *     and was not refused
   */
  Optional<ModelInfo> model(String name);

  /**
   * Runs one sample by exactly this version.
   *
   * @return completes exceptionally as described above; cancelling it withdraws the request, and
   *     ends a run that nobody else waits for
   */
  CompletableFuture<Prediction> infer(ModelInfo model, Sample sample, Urgency urgency);

  /**
   * Runs one sample by whatever version is live when its turn comes. If that version turns out to
   * be bad, the one before it answers; {@link Prediction#execution()} says which did.
   *
   * @param id the model
   */
  CompletableFuture<Prediction> infer(String id, Sample sample, Urgency urgency);

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

  /**
   * Keeps a version loaded until the lease is closed, loading it first if need be.
   *
   * @throws NightjarException {@code NOT_FOUND}, {@code OUT_OF_MEMORY}, {@code QUOTA_EXCEEDED},
   *     {@code UNAVAILABLE}
   */
  ModelLease lease(ModelInfo model) throws NightjarException, InterruptedException;

  /**
   * The service for a client: requests through it compete with those of other clients, not with one
   * another. A scope of a scope is for the same client.
   *
   * @param client a plugin's id, or who else asks
   */
  InferenceScope scope(String client);

  /**
   * Waits for an answer of {@code infer}.
   *
   * @throws NightjarException as the answer failed; {@code CANCELLED} if it was cancelled
   */
  static Prediction await(CompletableFuture<Prediction> future)
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
