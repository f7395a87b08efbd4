package org.nightjar.inference.internal.station;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Prediction;
import org.nightjar.inference.internal.measure.RunListener;
import org.nightjar.inference.internal.schedule.Request;

/** How a request ended. */
sealed interface Outcome {
  /** Tells whoever waits, and whoever counts. */
  void deliver(RunListener listener, long now);

  /** There is an answer. */
  record Answered(Request request, Prediction prediction) implements Outcome {
    @Override
    public void deliver(RunListener listener, long now) {
      // Counted first: whoever waits may look at the counts as soon as it wakes.
      listener.answered(
          request.lane().name(),
          prediction.execution().waited().toNanos(),
          now - request.arrived());
      if (request.answer().give(prediction)) {
        request.client().answered();
      }
    }
  }

  /** There is none. */
  record Failed(Request request, NightjarException why) implements Outcome {
    @Override
    public void deliver(RunListener listener, long now) {
      listener.failed(request.lane().name(), why.problem().code());
      if (request.answer().fail(why)) {
        request.client().failed();
      }
    }
  }
}
