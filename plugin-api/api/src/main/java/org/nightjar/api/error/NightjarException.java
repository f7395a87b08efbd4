package org.nightjar.api.error;

import java.util.Objects;

/**
 * The one checked exception of the contract. What it carries is a {@link Problem}; the ledger, the
 * command line and REST all show that.
 */
public final class NightjarException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** An exception that carries this problem. */
  public NightjarException(Problem problem) {
    this(problem, null);
  }

  /** An exception that carries this problem, with its cause for the log. */
  public NightjarException(Problem problem, Throwable cause) {
    super(Objects.requireNonNull(problem, "problem").toString(), cause);
    this.problem = problem;
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
    return problem.place().isEmpty() ? new NightjarException(problem.at(where), this) : this;
  }
}
