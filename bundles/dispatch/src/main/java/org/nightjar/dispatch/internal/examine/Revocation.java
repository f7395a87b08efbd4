package org.nightjar.dispatch.internal.examine;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/** Takes back what a call was handed. */
final class Revocation {
  private volatile boolean revoked;

  void revoke() {
    revoked = true;
  }

  /** Refuses after the revocation. */
  void check(String what) throws NightjarException {
    if (revoked) {
      throw problem(what);
    }
  }

  /** Refuses after the revocation, where the contract has no checked exception. */
  void checkQuietly(String what) {
    if (revoked) {
      NightjarException problem = problem(what);
      throw new IllegalStateException(problem.getMessage(), problem);
    }
  }

  static NightjarException problem(String what) {
    return NightjarException.of(
        StandardError.REVOKED,
        what + " has been taken back: the call has ended",
        "",
        "use what a call is handed during that call alone");
  }
}
