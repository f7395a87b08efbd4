package org.nightjar.api.task;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Report;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A judge that takes one product at a time. Register it as an OSGi service, usually by
 * {@code @Component}.
 *
 * <p>A task is a pure function of the product, its declared needs, its models and its
 * configuration: the same input gives the same report on any thread, in any order, in this JVM or
 * another. Plain blocking code; the platform calls it on its own threads, several at a time unless
 * {@link TaskInfo#concurrency()} says otherwise.
 */
@ConsumerType
public interface Task {
  /** What this task declares; the same answer at every call. */
  TaskInfo info();

  /**
   * Judges a product.
   *
   * @return the report, never {@code null}
   * @throws NightjarException if the product cannot be judged; it is quarantined with this problem
   *     and kept for re-drive
   * @throws InterruptedException if the call was cancelled; the product stays pending
   */
  Report examine(Product product, TaskContext context)
      throws NightjarException, InterruptedException;
}
