package org.nightjar.tables.internal;

import java.io.IOException;
import java.io.OutputStream;
import org.nightjar.api.error.NightjarException;

/** Writes a table; leaves the stream open. */
@FunctionalInterface
interface TableFormat {
  void write(Table<?> table, OutputStream target) throws NightjarException, IOException;
}
