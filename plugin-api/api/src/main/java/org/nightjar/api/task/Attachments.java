package org.nightjar.api.task;

import java.nio.file.Path;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.report.Attachment;
import org.osgi.annotation.versioning.ProviderType;

/** Takes files that a report is to carry. What no report names in the end is removed. */
@ProviderType
public interface Attachments {
  /** Keeps these bytes; the answer goes into the report. */
  Attachment add(String name, String mediaType, byte[] content) throws NightjarException;

  /** Keeps a copy of a file from the scratch folder. */
  Attachment add(String name, String mediaType, Path file) throws NightjarException;
}
