package org.nightjar.openinference.internal.infer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.inference.Urgency;
import org.nightjar.api.product.Priority;
import org.nightjar.openinference.internal.codec.BadRequest;
import org.nightjar.openinference.internal.codec.Parameters;

/** How soon a client wants its answer: Triton's parameters {@code priority} and {@code timeout}. */
public final class Wishes {
  private static final int HIGHEST = 1;
  private static final int NEXT = 2;

  private Wishes() {}

  /**
   * The urgency of a request.
   *
   * @param received when it came
   */
  public static Urgency urgency(Parameters parameters, Instant received) throws NightjarException {
    return new Urgency(priority(parameters), deadline(parameters, received));
  }

  private static Priority priority(Parameters parameters) throws NightjarException {
    if (parameters.isNumber("priority")) {
      long level = parameters.count("priority").orElse(0L);
      return level == HIGHEST
          ? Priority.LIVE
          : level == NEXT ? Priority.INTERACTIVE : Priority.BULK;
    }
    String word = parameters.text("priority").orElse("bulk");
    for (Priority priority : Priority.values()) {
      if (priority.name().toLowerCase(Locale.ROOT).equals(word)) {
        return priority;
      }
    }
    throw BadRequest.of(
        "there is no priority '" + word + "'",
        "parameters.priority",
        "Send live, interactive or bulk, or 1, 2, 3.");
  }

  private static Optional<Instant> deadline(Parameters parameters, Instant received)
      throws NightjarException {
    return parameters
        .count("timeout")
        .filter(micros -> micros > 0)
        .map(micros -> received.plus(micros, ChronoUnit.MICROS));
  }
}
