package org.nightjar.store;

import java.util.Optional;
import org.nightjar.api.error.Problem;
import org.nightjar.bus.Topic;

/**
 * Told when a ledger entry leaves {@code PENDING}.
 *
 * @param entry number of the entry
 * @param arrival number of the arrival
 * @param task name of the task
 * @param state the new state
 * @param reportKey key of the report, for reported and duplicate entries
 * @param problem why, for rejected and quarantined entries
 */
public record Settled(
    long entry,
    long arrival,
    String task,
    EntryState state,
    Optional<String> reportKey,
    Optional<Problem> problem) {
  /** Where it is told. */
  public static final Topic<Settled> TOPIC = new Topic<>("ledger.settled", Settled.class);
}
