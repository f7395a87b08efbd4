package org.nightjar.inference.internal.schedule;

import java.time.Duration;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * Why a request is not accepted.
 *
 * @param code kind of refusal
 * @param message what is the matter
 * @param remedy what to do
 * @param retry nanoseconds after which to try again; negative if nobody knows
 */
public record Refusal(StandardError code, String message, String remedy, long retry) {
  /** As the caller gets it. */
  public NightjarException exception() {
    NightjarException exception = NightjarException.of(code, message, "", remedy);
    return retry < 0
        ? exception
        : exception.retryAfter(Duration.ofMillis(Math.max(1, retry / 1_000_000)));
  }

  /** The model goes away. */
  public static Refusal closed(String lane) {
    return new Refusal(
        StandardError.UNAVAILABLE, "model " + lane + " is being unloaded", "Try again.", 0);
  }

  static Refusal full(String lane, long retry) {
    return new Refusal(
        StandardError.QUEUE_FULL,
        "too many requests wait for model " + lane,
        "Try again, ask for fewer at a time, or raise inference.queue.",
        retry);
  }

  static Refusal quota(String client, long retry) {
    return new Refusal(
        StandardError.QUOTA_EXCEEDED,
        client + " has as much waiting as it may",
        "Ask for fewer at a time, or raise its entry in inference.quotas.",
        retry);
  }

  /** Its deadline has passed. */
  public static Refusal late(String lane) {
    return new Refusal(
        StandardError.DEADLINE_PASSED,
        "the deadline passed before model " + lane + " could begin",
        "",
        -1);
  }

  static Refusal unreachable(String lane, long late, long retry) {
    return new Refusal(
        StandardError.DEADLINE_PASSED,
        "model " + lane + " would answer " + late / 1_000_000 + " ms after the deadline",
        "Allow more time, or try again when less is waiting.",
        retry);
  }
}
