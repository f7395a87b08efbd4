package org.nightjar.api.feed;

import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.ProductRef;

/**
 * Proof that a submission is in the ledger: what stands here survives the death of the process.
 *
 * @param arrival number of the arrival
 * @param again whether this very arrival had been received before; nothing was entered twice
 * @param products the products found, in the file's order
 * @param problem why the file, or the rest of it, was rejected or quarantined; empty if all is well
 */
public record Receipt(
    long arrival, boolean again, List<ProductRef> products, Optional<Problem> problem) {
  /** Copies the list. */
  public Receipt {
    products = List.copyOf(products);
  }
}
