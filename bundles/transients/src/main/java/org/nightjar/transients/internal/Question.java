package org.nightjar.transients.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.inference.ModelInfo;
import org.nightjar.api.inference.Prediction;

/** A sample on its way through a model. */
record Question(ModelInfo model, CompletableFuture<Prediction> answer) {

  Prediction await() throws NightjarException, InterruptedException {
    try {
      return answer.get();
    } catch (CancellationException e) {
      throw NightjarException.of(
          StandardError.CANCELLED, "the request was cancelled", model.id(), "Submit it again");
    } catch (ExecutionException e) {
      Throwable cause =
          e.getCause() instanceof CompletionException wrapped ? wrapped.getCause() : e.getCause();
      if (cause instanceof NightjarException known) {
        throw known.at(model.id());
      }
      throw new IllegalStateException(cause);
    }
  }

  void withdraw() {
    answer.cancel(true);
  }
}
