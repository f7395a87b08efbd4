package org.nightjar.sinks.internal.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.nightjar.api.reader.ReportFiles;
import org.nightjar.api.reader.ReportWriter;
import org.nightjar.api.report.FiledReport;
import org.nightjar.json.ReportJson;
import org.osgi.service.component.annotations.Component;

/** Reports as JSON lines: one report, one line, all of it. */
@Component
public final class JsonWriter implements ReportWriter {
  @Override
  public String name() {
    return "json";
  }

  @Override
  public String title() {
    return "whole reports as JSON lines";
  }

  @Override
  public String mediaType() {
    return "application/jsonl";
  }

  @Override
  public String suffix() {
    return ".jsonl";
  }

  @Override
  public Scope scope() {
    return Scope.COLLECTION;
  }

  @Override
  public void write(List<FiledReport> reports, ReportFiles files, OutputStream target)
      throws IOException {
    for (FiledReport report : reports) {
      target.write(ReportJson.line(report).getBytes(StandardCharsets.UTF_8));
      target.write('\n');
    }
  }
}
