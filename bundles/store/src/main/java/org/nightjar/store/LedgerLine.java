package org.nightjar.store;

import java.time.LocalDate;
import java.util.Map;

/**
 * The account of one night and task.
 *
 * @param night the night
 * @param task name of the task; {@code intake} for what never reached one
 * @param received entries in all, counted when they arrive
 * @param reported judged
 * @param rejected not ours
 * @param quarantined damaged or failed
 * @param duplicate received before
 * @param pending yet to be judged
 * @param reasons number of rejected and quarantined entries by error code
 */
public record LedgerLine(
    LocalDate night,
    String task,
    long received,
    long reported,
    long rejected,
    long quarantined,
    long duplicate,
    long pending,
    Map<String, Long> reasons) {
  /** The task name for what never reached a task. */
  public static final String INTAKE = "intake";

  /** Copies the map. */
  public LedgerLine {
    reasons = Map.copyOf(reasons);
  }

  /** Whether everything received is accounted for. */
  public boolean balanced() {
    return received == reported + rejected + quarantined + duplicate + pending;
  }
}
