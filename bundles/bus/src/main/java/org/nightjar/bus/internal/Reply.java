package org.nightjar.bus.internal;

import java.util.concurrent.CompletionException;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;

/**
 * What travels back: an answer or a problem. Never an exception: that could hold on to a plugin's
 * classes.
 */
record Reply(Object answer, Problem problem) {

  static Reply of(Object answer, Throwable failure, String address) {
    if (failure != null) {
      return new Reply(null, problem(failure, address));
    }
    if (answer == null) {
      return new Reply(
          null, Problem.of(StandardError.INTERNAL, "the owner answered nothing", address, ""));
    }
    return new Reply(answer, null);
  }

  private static Problem problem(Throwable failure, String address) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof NightjarException known
        ? known.problem()
        : Problem.of(StandardError.INTERNAL, "the owner failed: " + cause, address, "");
  }
}
