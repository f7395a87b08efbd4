package org.nightjar.tables.internal;

/** What the cells of a column hold. */
enum ColumnType {
  /** A {@code String}. */
  TEXT,
  /** A {@code Double}. */
  REAL,
  /** A {@code Long}. */
  WHOLE,
  /** A {@code LocalDate}. */
  DATE,
  /** An {@code Instant}. */
  TIME
}
