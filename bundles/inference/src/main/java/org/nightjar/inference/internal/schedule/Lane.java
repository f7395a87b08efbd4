package org.nightjar.inference.internal.schedule;

import org.nightjar.inference.internal.cost.CostModel;

/** A line of requests that can be run together, as the scheduler sees it: a model at one shape. */
public interface Lane {
  /** For messages. */
  String name();

  /** Whether it can be run now; requests of one that is being loaded wait. */
  boolean ready();

  /**
   * Most samples of one run: by its settings, by what its device has room for, and because more do
   * not pay.
   */
  int mostTogether();

  /** What runs of it cost. */
  CostModel cost();
}
