package org.nightjar.dispatch;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** The dispatcher as whoever starts and stops the process sees it. */
@ProviderType
public interface Dispatching {
  /**
   * Hands no more work to any task, and waits for what is being judged. What waits in memory stays
   * pending in the ledger and is taken up by the next process; questions are refused. There is no
   * way back.
   *
   * @param atMost how long to wait
   * @return whether nothing is being judged any more
   */
  boolean quiesce(Duration atMost) throws InterruptedException;
}
