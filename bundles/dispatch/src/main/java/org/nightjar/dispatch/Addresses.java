package org.nightjar.dispatch;

import org.nightjar.api.product.Envelope;
import org.nightjar.api.report.FiledReport;
import org.nightjar.bus.Address;

/** The public addresses of tasks. */
public final class Addresses {
  private Addresses() {}

  /**
   * Where a product is judged at once and the answer comes back, without the store: for interactive
   * use and for other nodes. Fails with {@code QUEUE_FULL} when the task's window is full.
   */
  public static Address<Envelope, FiledReport> examine(String task) {
    return new Address<>("task." + task, Envelope.class, FiledReport.class);
  }
}
