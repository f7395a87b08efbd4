package org.nightjar.api.task;

import java.nio.FloatBuffer;
import org.nightjar.api.product.Region;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Pixels in memory, counted against the platform's memory permit until closed. Tasks that want the
 * same pixels share one copy and one decoding pass, hence read-only.
 */
@ProviderType
public interface PixelLease extends AutoCloseable {
  /** Which pixels. */
  Region region();

  /** The pixels, row by row: a fresh read-only view at position 0. */
  FloatBuffer values();

  /** Gives the memory back. */
  @Override
  void close();
}
