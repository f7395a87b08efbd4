package org.nightjar.intake.internal.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.report.FiledReport;
import org.nightjar.store.Reports;

/** Reports that are read one by one while the list is walked: there may be more than fit. */
final class KeyedReports extends AbstractList<FiledReport> {
  private final Reports reports;
  private final List<String> keys;

  KeyedReports(Reports reports, List<String> keys) {
    this.reports = reports;
    this.keys = keys;
  }

  @Override
  public int size() {
    return keys.size();
  }

  @Override
  public FiledReport get(int index) {
    try {
      return reports
          .find(keys.get(index))
          .orElseThrow(() -> new IllegalStateException("report " + keys.get(index) + " is gone"));
    } catch (NightjarException e) {
      throw new UncheckedIOException(new IOException(e.problem().toString(), e));
    }
  }
}
