package org.nightjar.simulation.internal.engine;

/** Who waits for a sky. */
public interface Watch {
  /** How far it has come. */
  void at(long done, long total, String doing);

  /** Whether nobody waits any more. */
  boolean cancelled();
}
