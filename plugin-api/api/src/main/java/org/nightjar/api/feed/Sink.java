package org.nightjar.api.feed;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.report.FiledReport;
import org.osgi.annotation.versioning.ConsumerType;

/** Where reports go besides the store. Register it as an OSGi service. */
@ConsumerType
public interface Sink {
  /** Name, unique among the sinks. */
  String name();

  /**
   * Takes a report that has been stored, or whose state has changed. The same one may come again;
   * its key tells.
   *
   * @throws NightjarException if it cannot be taken now; it will come again
   */
  void accept(FiledReport report) throws NightjarException;
}
