package org.nightjar.fits.internal.copy;

import org.nightjar.api.error.NightjarException;

/** Is told how far a copy has come. */
@FunctionalInterface
public interface Step {
  /**
   * Takes note.
   *
   * @param position bytes of the input that are done
   * @throws NightjarException CANCELLED to end the copy
   */
  void reached(long position) throws NightjarException;
}
