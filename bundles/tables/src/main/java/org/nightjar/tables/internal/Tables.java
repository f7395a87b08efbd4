package org.nightjar.tables.internal;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.report.FiledReport;

/** Makes a table of reports. */
@FunctionalInterface
interface Tables {
  Table<?> of(List<FiledReport> reports) throws NightjarException;
}
