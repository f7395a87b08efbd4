package org.nightjar.inference.internal.lane;

import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Prediction;

/**
 * How a request ended.
 *
 * @param request the request
 * @param prediction what came out
 * @param failure or why nothing did
 */
record Outcome(
    Request request, Optional<Prediction> prediction, Optional<NightjarException> failure) {

  static Outcome done(Request request, Prediction prediction) {
    return new Outcome(request, Optional.of(prediction), Optional.empty());
  }

  static Outcome failed(Request request, NightjarException failure) {
    return new Outcome(request, Optional.empty(), Optional.of(failure));
  }

  /** Completes the answer; whoever waits for it goes on. */
  void deliver() {
    prediction.ifPresent(request.answer()::complete);
    failure.ifPresent(request.answer()::completeExceptionally);
  }
}
