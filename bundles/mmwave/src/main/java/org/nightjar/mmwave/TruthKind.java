package org.nightjar.mmwave;

/** What an object of a simulated map is. */
public enum TruthKind {
  /** A cluster of galaxies. */
  CLUSTER,
  /** An active nucleus. */
  RADIO,
  /** A galaxy full of dust. */
  DUSTY
}
