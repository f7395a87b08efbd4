package org.nightjar.store;

import java.util.Optional;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.ProductRef;

/**
 * One line of the account: a product and who is to judge it.
 *
 * @param number number of the entry
 * @param arrival number of the arrival
 * @param task name of the task; {@code intake} for what never reached one
 * @param product the product; empty for a file, or the rest of one, in which none was found
 * @param state how it stands
 * @param reportKey key of the report, for reported entries and for duplicates of them
 * @param problem why, for rejected and quarantined entries and for duplicates of the latter
 */
public record LedgerEntry(
    long number,
    long arrival,
    String task,
    Optional<ProductRef> product,
    EntryState state,
    Optional<String> reportKey,
    Optional<Problem> problem) {}
