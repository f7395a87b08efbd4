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

  /** One line for people. */
  String title();

  /** Media type of what is written. */
  String mediaType();

  /** How the names of its files end, such as {@code .reg}. */
  String suffix();

  /** What goes into one file. */
  Scope scope();

  /** Whether there is anything to write of this report. */
  default boolean writes(FiledReport report) {
    return true;
  }

  /**
   * Writes the reports; leaves the stream open.
   *
   * @param reports as many as {@link #scope} says, at least one
   * @param files opens their attachments
   */
  void write(List<FiledReport> reports, ReportFiles files, OutputStream target)
      throws NightjarException, IOException;

  /** What goes into one file. */
  enum Scope {
    /** One report: a mask. */
    REPORT,
    /** All reports on one product: a page, regions. */
    PRODUCT,
    /** All reports there are: a table. */
    COLLECTION
  }
}
