package org.nightjar.sinks.internal.delivery;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.feed.Sink;

/** A sink of ours that gathers what it accepts, and delivers it together. */
public interface BufferedSink extends Sink {
  /**
   * Delivers what was accepted.
   *
   * @param now whether also what should wait for more
   * @return whether all that was accepted is safe; until then it counts as not delivered
   */
  boolean flush(boolean now) throws NightjarException;
}
