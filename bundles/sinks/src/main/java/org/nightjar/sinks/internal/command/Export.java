package org.nightjar.sinks.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.reader.ReportFiles;
import org.nightjar.api.reader.ReportWriter;
import org.nightjar.api.report.FiledReport;
import org.nightjar.sinks.ReportFolder;
import org.nightjar.sinks.ReportFolder.Written;
import org.nightjar.store.ReportQuery;
import org.nightjar.store.Reports;

/** Stored reports as files in a folder. */
final class Export {
  private static final int MOST_ON_A_PRODUCT = 1000;

  private final Reports reports;
  private final ReportFiles files;

  Export(Reports reports, ReportFiles files) {
    this.reports = reports;
    this.files = files;
  }

  /** Whether a path means the one table that is asked for: it ends as such tables do. */
  static boolean isFile(Path out, List<ReportWriter> writers) {
    return writers.size() == 1
        && writers.get(0).scope() == ReportWriter.Scope.COLLECTION
        && out.getFileName() != null
        && out.getFileName().toString().endsWith(writers.get(0).suffix())
        && !Files.isDirectory(out);
  }

  /** Writes one table into a file; nothing if no report fits. */
  List<Written> table(ReportQuery query, ReportWriter writer, Path file) throws NightjarException {
    List<FiledReport> asked = reports.all(query);
    if (asked.isEmpty()) {
      return List.of();
    }
    ReportFolder target = new ReportFolder(file.getParent(), List.of(writer), files);
    return List.of(target.table(writer, file.getFileName().toString(), asked));
  }

  /** Writes what was asked for; files about a product tell all that stands about it. */
  List<Written> write(ReportQuery query, List<ReportWriter> writers, Path folder)
      throws NightjarException {
    ReportFolder target = new ReportFolder(folder, writers, files);
    List<FiledReport> asked = reports.all(query);
    List<Written> written = new ArrayList<>(target.tables(asked));
    if (writers.stream().anyMatch(writer -> writer.scope() != ReportWriter.Scope.COLLECTION)) {
      Set<String> done = new HashSet<>();
      for (FiledReport report : asked) {
        if (done.add(report.product().sha256())) {
          written.addAll(target.product(about(report, query.all())));
        }
      }
    }
    return written;
  }

  private List<FiledReport> about(FiledReport report, boolean all) throws NightjarException {
    return reports.find(
        new ReportQuery(
            Optional.of(report.product().sha256()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            all,
            MOST_ON_A_PRODUCT));
  }
}
