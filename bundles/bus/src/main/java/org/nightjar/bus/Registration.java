package org.nightjar.bus;

import org.osgi.annotation.versioning.ProviderType;

/** Something registered on the bus until closed. */
@ProviderType
public interface Registration extends AutoCloseable {
  /** Ends it; waits until nothing more will be delivered. Closing twice is harmless. */
  @Override
  void close();
}
