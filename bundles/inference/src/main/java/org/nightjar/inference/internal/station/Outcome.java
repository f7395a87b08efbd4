package org.nightjar.inference.internal.station;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Prediction;
import org.nightjar.inference.internal.schedule.Request;

/** How a request ended. */
sealed interface Outcome {
  /** Tells whoever waits. */
  void deliver();

  /** There is an answer. */
  record Answered(Request request, Prediction prediction) implements Outcome {
    @Override
    public void deliver() {
      if (request.answer().give(prediction)) {
        request.client().answered();
      }
    }
  }

  /** There is none. */
  record Failed(Request request, NightjarException why) implements Outcome {
    @Override
    public void deliver() {
      if (request.answer().fail(why)) {
        request.client().failed();
      }
    }
  }
}
