package org.nightjar.simulation.internal.plan;

/** Where the rows of a table come from. */
public sealed interface Rows {
  /** So many. */
  record Fixed(long count) implements Rows {}

  /** A component says how many. */
  record Made(Call call) implements Rows {}

  /** One for each row of another table, with the same id. */
  record Each(TablePlan table) implements Rows {}
}
