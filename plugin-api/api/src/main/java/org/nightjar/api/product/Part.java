package org.nightjar.api.product;

/** A piece of a product that is judged by itself. */
public sealed interface Part permits ImagePart, TablePart {
  /** Name, place and facts of this part. */
  PartInfo info();
}
