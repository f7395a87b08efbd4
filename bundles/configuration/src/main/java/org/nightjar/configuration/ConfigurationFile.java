package org.nightjar.configuration;

import java.nio.file.Path;
import java.util.List;
import org.nightjar.api.error.NightjarException;
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

  /**
   * Adds values to a setting that is a list, for as long as this process lives, as if they stood in
   * the file: what a command line adds to it.
   *
   * @throws NightjarException NOT_FOUND if nothing installed has such a setting; BAD_CONFIGURATION
   *     if a value is not allowed
   */
  void add(String section, String key, List<String> values) throws NightjarException;
}
