package org.nightjar.image;

import org.osgi.annotation.versioning.ProviderType;

/** What may be wrong with the numbers of a source. */
@ProviderType
public enum SourceFlag {
  /** Split from a region that holds other sources too. */
  BLENDED,
  /** At least one pixel is at or above the saturation level. */
  SATURATED,
  /** Touches the rim of the image. */
  EDGE,
  /** Its region has more pixels than are kept (2 097 152), so it is only partly measured. */
  TRUNCATED
}
