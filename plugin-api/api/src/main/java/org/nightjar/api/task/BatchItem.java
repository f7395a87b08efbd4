package org.nightjar.api.task;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Product;
import org.nightjar.api.report.Report;
import org.osgi.annotation.versioning.ProviderType;

/** One product of a batch, with what belongs to it. */
@ProviderType
public interface BatchItem {
  /** The product. */
  Product product();

  /** What the platform hands over for this product. */
  TaskContext context();

  /** Answers with a report. A second answer is ignored and logged. */
  void report(Report report);

  /** Answers that this product cannot be judged; the others go on. */
  void fail(NightjarException problem);
}
