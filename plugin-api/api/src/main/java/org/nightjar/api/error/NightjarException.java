package org.nightjar.api.error;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The one checked exception of the contract. What it carries is a {@link Problem}; the ledger, the
 * command line and REST all show that.
 */
public final class NightjarException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient Duration retryAfter;

  /** An exception that carries this problem. */
  public NightjarException(Problem problem) {
    this(problem, null, null);
  }

  /** An exception that carries this problem, with its cause for the log. */
  public NightjarException(Problem problem, Throwable cause) {
    this(problem, null, cause);
  }

  private NightjarException(Problem problem, Duration retryAfter, Throwable cause) {
    super(Objects.requireNonNull(problem, "problem").toString(), cause);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /** An exception built from its pieces. */
  public static NightjarException of(ErrorCode code, String message, String place, String remedy) {
    return new NightjarException(Problem.of(code, message, place, remedy));
  }

  /** What went wrong. */
  public Problem problem() {
    return problem;
  }

  /** The same exception at a place, if it had none. */
  public NightjarException at(String where) {
    return problem.place().isEmpty()
        ? new NightjarException(problem.at(where), retryAfter, this)
        : this;
  }

  /** The same exception with a hint when trying again makes sense. */
  public NightjarException retryAfter(Duration delay) {
    return new NightjarException(problem, Objects.requireNonNull(delay, "delay"), this);
  }

  /** When trying again makes sense, from the moment of the failure on; empty if nobody knows. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
