package org.nightjar.store;

/** How a ledger entry stands. Every entry is in exactly one state. */
public enum EntryState {
  /** Durable, waiting to be judged. */
  PENDING,
  /** Judged; the report is stored. */
  REPORTED,
  /** Not ours, with a reason. */
  REJECTED,
  /** Recognised but damaged, or the task failed; kept for re-drive. */
  QUARANTINED,
  /** The same product had already been received, and the same report would come out again. */
  DUPLICATE
}
