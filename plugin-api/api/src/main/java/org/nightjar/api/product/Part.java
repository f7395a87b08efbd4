package org.nightjar.api.product;

import org.osgi.annotation.versioning.ProviderType;

/** A piece of a product that is judged by itself. */
@ProviderType
public sealed interface Part permits ImagePart, TablePart {
  /** Name, place and facts of this part. */
  PartInfo info();
}
