package org.nightjar.simulation.internal.validate.galaxies;

/** A model, an input or a quantity that is not known here: the case is somebody else's. */
final class UnknownException extends Exception {
  private static final long serialVersionUID = 1;

  UnknownException(String what) {
    super(what, null, false, false);
  }
}
