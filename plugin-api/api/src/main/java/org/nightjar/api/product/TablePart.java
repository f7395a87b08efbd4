package org.nightjar.api.product;

import java.nio.DoubleBuffer;
import java.nio.LongBuffer;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ConsumerType;

/** A table, read by column so that a million rows fit; safe for use by several threads. */
@ConsumerType
public non-sealed interface TablePart extends Part {
  /** Columns in the table's order. */
  List<Column> columns();

  /** Rows. */
  long rows();

  /**
   * Reads numbers: {@code width} per row from row {@code first} on, as many whole rows as fit into
   * the buffer. Missing values are NaN.
   */
  void read(String column, long first, DoubleBuffer target) throws NightjarException;

  /** Reads integers without loss, as {@link #read(String, long, DoubleBuffer)} does. */
  void read(String column, long first, LongBuffer target) throws NightjarException;

  /** Reads text: {@code count} rows from row {@code first} on; missing values are empty. */
  List<String> text(String column, long first, int count) throws NightjarException;
}
