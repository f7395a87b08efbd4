package org.nightjar.tables.internal.stream;

import org.nightjar.api.reader.TableRows;

/** One row after the other without an object for each. */
final class RowCursor {
  private final TableRows rows;
  private int row;

  RowCursor(TableRows rows) {
    this.rows = rows;
  }

  RowCursor at(int wanted) {
    row = wanted;
    return this;
  }

  double real(int column, int width, int place) {
    return rows.reals(column)[row * width + place];
  }

  float single(int column, int width, int place) {
    return rows.singles(column)[row * width + place];
  }

  long whole(int column, int width, int place) {
    return rows.wholes(column)[row * width + place];
  }
}
