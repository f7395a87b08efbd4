package org.nightjar.api.reader;

import java.io.IOException;
import java.io.InputStream;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.report.Attachment;
import org.osgi.annotation.versioning.ProviderType;

/** The files that reports carry. */
@ProviderType
@FunctionalInterface
public interface ReportFiles {
  /** Opens an attachment; the caller closes the stream. */
  InputStream open(Attachment attachment) throws NightjarException, IOException;
}
