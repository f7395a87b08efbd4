package org.nightjar.environment;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Offers services that cannot be components, because a library makes them. A service: whoever uses
 * it offers in the name of its own bundle.
 */
@ProviderType
public interface Services {
  /**
   * Offers a service until the answer is closed, or the offering bundle stops.
   *
   * @param type what others look for
   * @param service what they get
   * @param properties service properties
   */
  <T> Offer offer(Class<T> type, T service, Map<String, Object> properties);

  /** A service on offer. */
  @ProviderType
  interface Offer extends AutoCloseable {
    /** Takes it back. Closing twice is harmless. */
    @Override
    void close();
  }
}
