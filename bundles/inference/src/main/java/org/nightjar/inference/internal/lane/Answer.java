package org.nightjar.inference.internal.lane;

import java.util.concurrent.CompletableFuture;
import org.nightjar.api.inference.Prediction;

/** The future of a request; cancelling it takes the request out of the line. */
final class Answer extends CompletableFuture<Prediction> {
  private volatile Runnable withdraw = () -> {};

  void onCancel(Runnable action) {
    withdraw = action;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      withdraw.run();
    }
    return cancelled;
  }
}
