package org.nightjar.api.error;

/** Who has to act on an error. */
public enum Category {
  /**
   * Somebody asked for something that cannot be: wrong argument, wrong configuration, no such
   * thing.
   */
  USER,
  /** The product is damaged, or not what it claims to be. */
  DATA,
  /** A plugin broke its contract, failed or took too long. */
  PLUGIN,
  /** Memory, disk, queue, device or time ran out; the same call may succeed later. */
  RESOURCE,
  /** A defect of Nightjar itself. */
  INTERNAL
}
