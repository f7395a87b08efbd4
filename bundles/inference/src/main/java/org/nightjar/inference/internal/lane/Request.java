package org.nightjar.inference.internal.lane;

import java.time.Instant;
import java.util.List;
import org.nightjar.api.inference.Urgency;

/**
 * A sample in line, ready for the network.
 *
 * @param inputs numbers of each input
 * @param notes what preprocessing had to do
 * @param urgency how soon it is needed
 * @param answer completed exactly once
 */
record Request(List<float[]> inputs, List<String> notes, Urgency urgency, Answer answer) {
  Request {
    inputs = List.copyOf(inputs);
    notes = List.copyOf(notes);
  }

  boolean expired(Instant now) {
    return urgency.deadline().map(deadline -> !now.isBefore(deadline)).orElse(false);
  }

  long bytes() {
    return inputs.stream().mapToLong(input -> (long) input.length * Float.BYTES).sum();
  }
}
