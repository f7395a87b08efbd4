package org.nightjar.api.reader;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.report.FiledReport;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes reports in one format, such as JSON lines, DS9 regions or Parquet. Register it as an OSGi
 * service.
 */
@ConsumerType
public interface ReportWriter {
  /** Name of the format, lower case, as in {@code --format ds9}. */
  String name();

  /** Media type of what is written. */
  String mediaType();

  /** Writes the reports; leaves the stream open. */
  void write(List<FiledReport> reports, OutputStream target) throws NightjarException, IOException;
}
