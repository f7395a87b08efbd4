package org.nightjar.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.task.Attachments;
import org.osgi.annotation.versioning.ProviderType;

/** Keeps what a task attaches, so that a test can look at it. Safe for use by several threads. */
@ProviderType
public final class CollectedAttachments implements Attachments {

  private final Map<Attachment, byte[]> contents = new ConcurrentHashMap<>();

  CollectedAttachments() {}

  @Override
  public Attachment add(String name, String mediaType, byte[] content) {
    Attachment attachment =
        new Attachment(name, mediaType, Fingerprint.of(content), content.length);
    contents.put(attachment, content.clone());
    return attachment;
  }

  @Override
  public Attachment add(String name, String mediaType, Path file) throws NightjarException {
    try {
      return add(name, mediaType, Files.readAllBytes(file));
    } catch (IOException e) {
      throw NightjarException.of(
          StandardError.UNREADABLE, e.toString(), file.toString(), "Attach a file that is there");
    }
  }

  /** What was attached; empty if this attachment was made elsewhere. */
  public Optional<byte[]> content(Attachment attachment) {
    return Optional.ofNullable(contents.get(attachment)).map(byte[]::clone);
  }
}
