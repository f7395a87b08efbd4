package org.nightjar.metrics;

import org.osgi.annotation.versioning.ProviderType;

/** Something that is counted or measured, for as long as it is open. */
@ProviderType
public interface Meter extends AutoCloseable {
  /**
   * Ends this use of the meter. It disappears once nobody uses it any more. Closing twice is
   * harmless, and so is counting after closing.
   */
  @Override
  void close();
}
