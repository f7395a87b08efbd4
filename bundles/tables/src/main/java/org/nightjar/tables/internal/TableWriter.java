package org.nightjar.tables.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.reader.ReportFiles;
import org.nightjar.api.reader.ReportWriter;
import org.nightjar.api.report.FiledReport;

/** Writes one table of reports in one format. */
abstract class TableWriter implements ReportWriter {
  private final String name;
  private final String title;
  private final String mediaType;
  private final Tables tables;
  private final TableFormat format;

  TableWriter(String name, String title, String mediaType, Tables tables, TableFormat format) {
    this.name = name;
    this.title = title;
    this.mediaType = mediaType;
    this.tables = tables;
    this.format = format;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String title() {
    return title;
  }

  @Override
  public final String mediaType() {
    return mediaType;
  }

  /** {@code parquet-findings} ends in {@code .findings.parquet}. */
  @Override
  public final String suffix() {
    int hyphen = name.indexOf('-');
    return hyphen < 0
        ? "." + name
        : "." + name.substring(hyphen + 1) + "." + name.substring(0, hyphen);
  }

  @Override
  public final Scope scope() {
    return Scope.COLLECTION;
  }

  @Override
  public final void write(List<FiledReport> reports, ReportFiles files, OutputStream target)
      throws NightjarException, IOException {
    format.write(tables.of(reports), target);
  }
}
