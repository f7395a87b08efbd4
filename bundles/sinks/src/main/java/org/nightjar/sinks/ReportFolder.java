package org.nightjar.sinks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.ReportFiles;
import org.nightjar.api.reader.ReportWriter;
import org.nightjar.api.reader.ReportWriter.Scope;
import org.nightjar.api.report.FiledReport;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A folder into which reports are written in some formats. A file is there whole or not at all: it
 * is written beside, brought to the disk and renamed; an earlier one of its name is replaced.
 */
@ProviderType
public final class ReportFolder {
  private static final String TABLES = "reports";

  private final Path folder;
  private final List<ReportWriter> writers;
  private final ReportFiles files;

  /**
   * A file that was written.
   *
   * @param format name of the format
   * @param place path below the folder, with slashes
   */
  public record Written(String format, String place) {}

  /**
   * A folder; it is made when the first file is written.
   *
   * @param files opens the attachments of the reports
   */
  public ReportFolder(Path folder, List<ReportWriter> writers, ReportFiles files) {
    this.folder = folder;
    this.writers = List.copyOf(writers);
    this.files = files;
  }

  /**
   * Writes the files about one product and about each report on it.
   *
   * @param reports the reports on the product, at least one
   * @throws NightjarException {@code DISK_FULL} if the folder cannot be written, or what a writer
   *     throws
   */
  public List<Written> product(List<FiledReport> reports) throws NightjarException {
    String base = FileNames.of(reports.get(0).product());
    List<Written> written = new ArrayList<>();
    for (ReportWriter writer : writers) {
      List<FiledReport> wanted = reports.stream().filter(writer::writes).toList();
      if (writer.scope() == Scope.PRODUCT && !wanted.isEmpty()) {
        written.add(write(writer, base + writer.suffix(), wanted));
      } else if (writer.scope() == Scope.REPORT) {
        for (FiledReport report : wanted) {
          String task = FileNames.safe(report.task());
          written.add(write(writer, base + "-" + task + writer.suffix(), List.of(report)));
        }
      }
    }
    return written;
  }

  /**
   * Writes the tables of these reports; nothing if there are none.
   *
   * @throws NightjarException {@code DISK_FULL} if the folder cannot be written, or what a writer
   *     throws
   */
  public List<Written> tables(List<FiledReport> reports) throws NightjarException {
    List<Written> written = new ArrayList<>();
    for (ReportWriter writer : writers) {
      if (writer.scope() == Scope.COLLECTION && !reports.isEmpty()) {
        written.add(write(writer, TABLES + writer.suffix(), reports));
      }
    }
    return written;
  }

  /**
   * Writes one table under a name of the caller's.
   *
   * @throws NightjarException {@code DISK_FULL} if the folder cannot be written, or what the writer
   *     throws
   */
  public Written table(ReportWriter writer, String name, List<FiledReport> reports)
      throws NightjarException {
    return write(writer, name, reports);
  }

  private Written write(ReportWriter writer, String name, List<FiledReport> reports)
      throws NightjarException {
    Path target = folder.resolve(name);
    Path beside = folder.resolve("." + name + ".tmp");
    try {
      Files.createDirectories(folder);
      try {
        toDisk(writer, beside, reports);
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(beside);
      }
      return new Written(writer.name(), name);
    } catch (IOException | UncheckedIOException e) {
      throw new NightjarException(
          Problem.of(
              StandardError.DISK_FULL,
              writer.title() + " cannot be written: " + e,
              target.toString(),
              "Free space on the disk, make the folder writable, or name another one"),
          e);
    }
  }

  private void toDisk(ReportWriter writer, Path file, List<FiledReport> reports)
      throws NightjarException, IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
      writer.write(reports, files, out);
      out.flush();
      channel.force(true);
    }
  }
}
