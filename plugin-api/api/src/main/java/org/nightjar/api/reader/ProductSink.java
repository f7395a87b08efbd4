package org.nightjar.api.reader;

import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ProviderType;

/** Takes products as a reader finds them. */
@ProviderType
@FunctionalInterface
public interface ProductSink {
  /**
   * Takes one product.
   *
   * @throws NightjarException if the platform cannot take it now; the reader lets it through
   */
  void found(Sighting sighting) throws NightjarException;
}
