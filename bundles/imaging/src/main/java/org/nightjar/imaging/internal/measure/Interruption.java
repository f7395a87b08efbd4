package org.nightjar.imaging.internal.measure;

/** Asks between two steps whether the work should go on. */
@FunctionalInterface
public interface Interruption {

  /**
   * Returns if it should.
   *
   * @throws InterruptedException if not
   */
  void check() throws InterruptedException;
}
