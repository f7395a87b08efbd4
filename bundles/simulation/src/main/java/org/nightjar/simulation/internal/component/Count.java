package org.nightjar.simulation.internal.component;

import org.nightjar.api.simulation.Calculation;
import org.nightjar.api.simulation.Chunk;

/** So many rows without columns of their own. */
record Count(long rows) implements Calculation {
  @Override
  public void fill(Chunk chunk) {
    // there is nothing to fill
  }
}
