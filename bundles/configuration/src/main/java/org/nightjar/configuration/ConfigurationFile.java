package org.nightjar.configuration;

import java.nio.file.Path;
import java.util.List;
import org.nightjar.api.error.Problem;
import org.osgi.annotation.versioning.ProviderType;

/** The one file that an operator edits. */
@ProviderType
public interface ConfigurationFile {
  /** The file in force; where it would be, if there is none. */
  Path file();

  /**
   * Everything that is wrong with the file in force and with the profile it names, in the order of
   * the lines; empty if all is well. A section with a problem is not configured, so that what needs
   * it has not started.
   */
  List<Problem> problems();
}
