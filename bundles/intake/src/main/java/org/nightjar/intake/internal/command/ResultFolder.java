package org.nightjar.intake.internal.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.ReportWriter;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.report.FiledReport;
import org.nightjar.sinks.ReportFolder;
import org.nightjar.sinks.ReportFolder.Written;
import org.nightjar.store.AttachmentStore;
import org.nightjar.store.Reports;

/**
 * A folder of results for people and programs: index.html, reports.jsonl, attachments, and files in
 * the formats asked for.
 */
final class ResultFolder implements AutoCloseable {
  private final Path folder;
  private final AttachmentStore attachments;
  private final Reports reports;
  private final ReportFolder formats;
  private final Set<String> keys = new LinkedHashSet<>();
  private final BufferedWriter html;
  private final BufferedWriter json;

  private ResultFolder(
      Path folder, List<ReportWriter> writers, Reports reports, AttachmentStore attachments)
      throws IOException {
    this.folder = folder;
    this.attachments = attachments;
    this.reports = reports;
    // reports.jsonl is there anyway, and tells of files without a report too.
    this.formats =
        new ReportFolder(
            folder,
            writers.stream().filter(writer -> !writer.name().equals("json")).toList(),
            attachment -> attachments.open(attachment.sha256()));
    Files.createDirectories(folder);
    this.html = Files.newBufferedWriter(index());
    this.json = Files.newBufferedWriter(folder.resolve("reports.jsonl"));
    try (InputStream head = ResultFolder.class.getResourceAsStream("head.html")) {
      html.write(new String(head.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static ResultFolder create(
      Path folder, List<ReportWriter> writers, Reports reports, AttachmentStore attachments)
      throws NightjarException {
    try {
      return new ResultFolder(folder, writers, reports, attachments);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  Path index() {
    return folder.resolve("index.html");
  }

  /** Adds what came of one arrival. */
  void add(List<Outcome> outcomes) throws NightjarException {
    Map<String, List<FiledReport>> products = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      outcome
          .report()
          .ifPresent(
              report -> {
                keys.add(report.key());
                products
                    .computeIfAbsent(report.product().sha256(), id -> new ArrayList<>())
                    .add(report);
              });
    }
    Map<String, List<Written>> written = new HashMap<>();
    for (Map.Entry<String, List<FiledReport>> each : products.entrySet()) {
      List<FiledReport> distinct = each.getValue().stream().distinct().toList();
      written.put(each.getKey(), formats.product(distinct));
    }
    for (Outcome outcome : outcomes) {
      add(
          outcome,
          outcome.report().map(report -> written.get(report.product().sha256())).orElse(List.of()));
    }
  }

  /** Writes the tables of all that was added, and leads to them. */
  void tables() throws NightjarException {
    List<Written> written = formats.tables(new KeyedReports(reports, List.copyOf(keys)));
    try {
      html.write(HtmlRow.END);
      if (!written.isEmpty()) {
        html.write("<p>Tables of all reports: " + HtmlRow.links(written) + "</p>\n");
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private void add(Outcome outcome, List<Written> written) throws NightjarException {
    try {
      json.write(outcome.json());
      json.newLine();
      if (outcome.report().isPresent()) {
        for (Attachment attachment : outcome.report().get().report().attachments()) {
          copy(attachment);
        }
      }
      html.write(HtmlRow.of(outcome, written));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  @Override
  public void close() throws NightjarException {
    try {
      html.write("</body>\n</html>\n");
      html.close();
      json.close();
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Where an attachment lies, relative to the folder. */
  static String place(Attachment attachment) {
    return "attachments/" + attachment.sha256().substring(0, 12) + "-" + attachment.name();
  }

  private void copy(Attachment attachment) throws NightjarException, IOException {
    Path target = folder.resolve(place(attachment));
    Files.createDirectories(target.getParent());
    try (InputStream content = attachments.open(attachment.sha256())) {
      Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static NightjarException unwritable(Path folder, IOException cause) {
    return new NightjarException(
        Problem.of(
            StandardError.DISK_FULL,
            "the results cannot be written: " + cause,
            folder.toString(),
            "Free space on the disk, or name another folder with --out"),
        cause);
  }
}
