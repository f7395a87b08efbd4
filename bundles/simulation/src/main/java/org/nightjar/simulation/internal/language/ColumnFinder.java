package org.nightjar.simulation.internal.language;

import java.util.Optional;
import org.nightjar.simulation.internal.plan.Column;

/** Finds the columns that the rows of one table can use. */
interface ColumnFinder {
  /** Whether a reference, without its dollar, means a column. */
  boolean isColumn(String reference);

  /** The column; empty if there is none or it is broken, which has then been noted. */
  Optional<Column> find(String reference, int line);
}
