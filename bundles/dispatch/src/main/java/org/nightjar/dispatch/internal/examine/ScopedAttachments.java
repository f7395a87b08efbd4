package org.nightjar.dispatch.internal.examine;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.task.Attachments;
import org.nightjar.store.AttachmentStore;

/** Takes the files of one call and knows which they were. */
final class ScopedAttachments implements Attachments {
  private final AttachmentStore store;
  private final Revocation revocation;
  private final Set<Attachment> taken = ConcurrentHashMap.newKeySet();

  ScopedAttachments(AttachmentStore store, Revocation revocation) {
    this.store = store;
    this.revocation = revocation;
  }

  @Override
  public Attachment add(String name, String mediaType, byte[] content) throws NightjarException {
    revocation.check("attachments");
    checkName(name, mediaType);
    return note(store.put(name, mediaType, content));
  }

  @Override
  public Attachment add(String name, String mediaType, Path file) throws NightjarException {
    revocation.check("attachments");
    checkName(name, mediaType);
    return note(store.put(name, mediaType, file));
  }

  /** Whether this attachment came from here. */
  boolean took(Attachment attachment) {
    return taken.contains(attachment);
  }

  private Attachment note(Attachment attachment) {
    taken.add(attachment);
    return attachment;
  }

  private static void checkName(String name, String mediaType) throws NightjarException {
    try {
      new Attachment(name, mediaType, "", 0);
    } catch (IllegalArgumentException e) {
      throw new NightjarException(
          Problem.of(StandardError.BAD_ARGUMENT, e.getMessage(), "", "name a plain file"), e);
    }
  }
}
