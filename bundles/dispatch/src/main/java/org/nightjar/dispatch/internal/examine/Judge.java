package org.nightjar.dispatch.internal.examine;

import java.util.List;
import org.nightjar.api.error.NightjarException;

/** The one place where plugin code is entered. */
@FunctionalInterface
public interface Judge {
  /** Answers each call by its report or failure, or throws for all that are still open. */
  void judge(List<Call> calls) throws NightjarException, InterruptedException;
}
