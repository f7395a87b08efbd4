package org.nightjar.dispatch.internal.fake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nightjar.api.report.Attachment;
import org.nightjar.store.AttachmentStore;

/** Attachments in memory. */
public final class MemoryAttachments implements AttachmentStore {
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();

  @Override
  public Attachment put(String name, String mediaType, byte[] content) {
    String sha256 = Envelopes.sha256(new String(content, StandardCharsets.ISO_8859_1));
    files.put(sha256, content);
    return new Attachment(name, mediaType, sha256, content.length);
  }

  @Override
  public Attachment put(String name, String mediaType, Path file) {
    try {
      return put(name, mediaType, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public InputStream open(String sha256) {
    return new ByteArrayInputStream(files.get(sha256));
  }
}
