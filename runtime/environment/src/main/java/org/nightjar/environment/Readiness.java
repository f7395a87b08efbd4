package org.nightjar.environment;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Whether everything that is installed works together. */
@ProviderType
public interface Readiness {
  /**
   * Waits until every declared component is satisfied and active.
   *
   * @return what is missing after that time, one chain of causes each, innermost last; empty if the
   *     system is ready
   */
  List<String> await(Duration atMost) throws InterruptedException;

  /** When the process was called for, milliseconds since 1970. */
  long startedMillis();
}
