package org.nightjar.api.reader;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Turns masks into a file that a report can carry. A service; tasks reference it and attach what it
 * makes under the name {@link #FILE_NAME}.
 */
@ProviderType
public interface MaskWriter {
  /** The name under which a mask is attached to a report. */
  String FILE_NAME = "mask.fits";

  /** The media type of a mask file. */
  String MEDIA_TYPE = "application/fits";

  /**
   * Packs the mask of one part: small, so that the masks of a whole focal plane can wait in memory.
   * Safe for use by several threads.
   *
   * @return an extension for {@link #file}
   */
  byte[] plane(MaskPlane plane) throws NightjarException;

  /** A file of these extensions, in this order. */
  byte[] file(List<byte[]> planes) throws NightjarException;
}
