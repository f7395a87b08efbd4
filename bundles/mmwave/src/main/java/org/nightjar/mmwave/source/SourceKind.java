package org.nightjar.mmwave.source;

/** What makes a point source shine. */
public enum SourceKind {
  /** Synchrotron light of active nuclei. */
  RADIO,
  /** Dust in galaxies that form stars. */
  DUSTY
}
