package org.nightjar.store;

import org.nightjar.api.product.Envelope;

/**
 * Pending work: a ledger entry that a task has yet to settle.
 *
 * @param entry number of the ledger entry
 * @param arrival number of the arrival it belongs to
 * @param task name of the task
 * @param envelope the product
 */
public record WorkItem(long entry, long arrival, String task, Envelope envelope) {}
