package org.nightjar.inference.internal.station;

import org.nightjar.api.error.NightjarException;
import org.nightjar.inference.internal.schedule.Request;

/** Where requests go when the device that they wait for, or run on, fails them. */
@FunctionalInterface
public interface Escape {
  /** There is no other device. */
  Escape NONE = (from, request, why) -> false;

  /**
   * Sends a request elsewhere.
   *
   * @param from where it was
   * @param why what happened to it here
   * @return whether there is such a place; it will be answered from there
   */
  boolean move(Residence from, Request request, NightjarException why);
}
