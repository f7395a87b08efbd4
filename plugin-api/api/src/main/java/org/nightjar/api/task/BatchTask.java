package org.nightjar.api.task;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A judge that takes several products at once, for high rates. Otherwise as {@link Task}. */
@ConsumerType
public interface BatchTask {
  /** What this task declares; the same answer at every call. */
  TaskInfo info();

  /**
   * Judges products, each by itself: every item is answered by exactly one {@link BatchItem#report}
   * or {@link BatchItem#fail}, in any order. What is left unanswered, or all that is open when an
   * exception comes out, is quarantined with {@code CONTRACT_BROKEN} or {@code TASK_FAILED}.
   *
   * @param items between one and {@link TaskInfo#batchSize()} products
   * @throws InterruptedException if the call was cancelled; items without an answer stay pending
   */
  void examine(List<BatchItem> items) throws InterruptedException;
}
