package org.nightjar.api.command;

import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ConsumerType;

/** A command of {@code nightjar}. Register it as an OSGi service. */
@ConsumerType
public interface Command {
  /** Exit status: all is well. */
  int OK = 0;

  /** Exit status: it ran, and something is not well. */
  int FOUND = 1;

  /** Exit status: it could not run. */
  int FAILED = 2;

  /** What the command looks like; the same answer at every call. */
  CommandSpec spec();

  /**
   * Runs the command.
   *
   * @return exit status: {@link #OK}, {@link #FOUND} or {@link #FAILED}
   * @throws NightjarException shown with its remedy; exit status {@link #FAILED}
   */
  int run(CommandCall call) throws NightjarException, InterruptedException;
}
