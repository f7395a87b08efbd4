package org.nightjar.api.feed;

import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ProviderType;

/** Where everything that arrives enters. */
@ProviderType
public interface Intake {
  /**
   * Recognises what arrived, enters it durably into the ledger and has it judged. Returns once it
   * is durable, not once it is judged. Damaged and unknown files are received too: as quarantined
   * or rejected, with the reason in the receipt.
   *
   * @throws NightjarException of category RESOURCE if the ledger cannot take it now (full disk,
   *     database gone): the feed keeps it and tries again
   */
  Receipt submit(Submission submission) throws NightjarException;
}
