package org.nightjar.api.inference;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The inference service as somebody sees it on whose behalf is asked: what it asks is counted for
 * that client, noted here, and withdrawn when the scope is closed.
 */
@ProviderType
public interface InferenceScope extends Inference, AutoCloseable {
  /** Models whose outputs were asked for. */
  Set<ModelInfo> used();

  /** Devices that answered, in alphabetical order. */
  Set<String> devices();

  /**
   * Withdraws what has not been answered and closes leases that are still open; every further call
   * fails with {@code REVOKED}.
   */
  @Override
  void close();
}
