package org.nightjar.api.error;

import java.util.Objects;

/**
 * An error as data: what went wrong, where, and what to do. Crosses process boundaries and is what
 * the ledger keeps.
 *
 * @param number the code's number
 * @param code the code's name
 * @param category who has to act
 * @param message what went wrong, one sentence, no trailing stop needed
 * @param place file, line, header card, bus address or product id; empty when there is none
 * @param remedy what to do about it; empty when nothing helps
 */
public record Problem(
    int number, String code, Category category, String message, String place, String remedy) {

  /** Refuses nulls. */
  public Problem {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(remedy, "remedy");
  }

  /** A problem with this code. */
  public static Problem of(ErrorCode code, String message, String place, String remedy) {
    return new Problem(code.number(), code.name(), code.category(), message, place, remedy);
  }

  /** The same problem at a place, for callers that know the place when the thrower did not. */
  public Problem at(String where) {
    return place.isEmpty() ? new Problem(number, code, category, message, where, remedy) : this;
  }

  /** One line for people: {@code CODE: message (place). remedy}. */
  @Override
  public String toString() {
    return code
        + ": "
        + message
        + (place.isEmpty() ? "" : " (" + place + ")")
        + (remedy.isEmpty() ? "" : ". " + remedy);
  }
}
