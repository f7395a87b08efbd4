package org.nightjar.api.product;

/**
 * The type in which pixels are stored once scaling has been applied: what reads them without loss.
 */
public enum PixelType {
  /** Integers that fit into 32 bits. */
  INT,
  /** Integers that need 64 bits. */
  LONG,
  /** Single precision. */
  FLOAT,
  /** Double precision. */
  DOUBLE
}
