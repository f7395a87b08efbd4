package org.nightjar.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.report.Attachment;
import org.osgi.annotation.versioning.ProviderType;

/** Files of reports, named by checksum: written beside, synced, renamed. */
@ProviderType
public interface AttachmentStore {
  /** Keeps bytes. */
  Attachment put(String name, String mediaType, byte[] content) throws NightjarException;

  /** Keeps a copy of a file. */
  Attachment put(String name, String mediaType, Path file) throws NightjarException;

  /** Opens the content of a checksum. */
  InputStream open(String sha256) throws NightjarException, IOException;
}
