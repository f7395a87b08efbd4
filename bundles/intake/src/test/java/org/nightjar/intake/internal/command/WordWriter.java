package org.nightjar.intake.internal.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.nightjar.api.reader.ReportFiles;
import org.nightjar.api.reader.ReportWriter;
import org.nightjar.api.report.FiledReport;

/** A format of somebody else: a line for each report with its task and verdict. */
record WordWriter(String name, Scope scope) implements ReportWriter {
  @Override
  public String title() {
    return "words";
  }

  @Override
  public String mediaType() {
    return "text/plain";
  }

  @Override
  public String suffix() {
    return "." + name;
  }

  @Override
  public void write(List<FiledReport> reports, ReportFiles files, OutputStream target)
      throws IOException {
    for (FiledReport report : reports) {
      String line = report.task() + " " + report.report().verdict().word() + "\n";
      target.write(line.getBytes(StandardCharsets.UTF_8));
    }
  }
}
