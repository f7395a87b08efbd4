package org.nightjar.simulation.internal.command;

import org.nightjar.api.command.CommandCall;
import org.nightjar.simulation.internal.engine.Watch;

/** Progress and cancellation of a command. */
record CallWatch(CommandCall call) implements Watch {
  @Override
  public void at(long done, long total, String doing) {
    call.progress(done, total, doing);
  }

  @Override
  public boolean cancelled() {
    return call.cancelled();
  }
}
