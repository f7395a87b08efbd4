package org.nightjar.intake.internal.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.report.Attachment;
import org.nightjar.store.AttachmentStore;

/** A folder of results for people and programs: index.html, reports.jsonl, attachments. */
final class ResultFolder implements AutoCloseable {
  private final Path folder;
  private final AttachmentStore attachments;
  private final BufferedWriter html;
  private final BufferedWriter json;

  private ResultFolder(Path folder, AttachmentStore attachments) throws IOException {
    this.folder = folder;
    this.attachments = attachments;
    Files.createDirectories(folder);
    this.html = Files.newBufferedWriter(index());
    this.json = Files.newBufferedWriter(folder.resolve("reports.jsonl"));
    try (InputStream head = ResultFolder.class.getResourceAsStream("head.html")) {
      html.write(new String(head.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static ResultFolder create(Path folder, AttachmentStore attachments) throws NightjarException {
    try {
      return new ResultFolder(folder, attachments);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  Path index() {
    return folder.resolve("index.html");
  }

  void add(Outcome outcome) throws NightjarException {
    try {
      json.write(outcome.json());
      json.newLine();
      if (outcome.report().isPresent()) {
        for (Attachment attachment : outcome.report().get().report().attachments()) {
          copy(attachment);
        }
      }
      html.write(HtmlRow.of(outcome));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  @Override
  public void close() throws NightjarException {
    try {
      html.write("</tbody>\n</table>\n</body>\n</html>\n");
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
