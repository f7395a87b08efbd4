package org.nightjar.metrics.internal.table;

/** A bundle that has meters, as far as the table cares. */
final class Owner {
  private boolean gone;

  /** It has stopped, and gets nothing any more. */
  void leave() {
    gone = true;
  }

  boolean gone() {
    return gone;
  }
}
