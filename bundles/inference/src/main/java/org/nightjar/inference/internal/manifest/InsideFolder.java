package org.nightjar.inference.internal.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.nightjar.api.error.NightjarException;
import org.nightjar.yaml.Value;

/** Files that a description names, kept to the folder it lies in. */
public final class InsideFolder {
  private final Path folder;

  /** A description in this folder. */
  public InsideFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The file of a name; it need not exist.
   *
   * @throws NightjarException {@code BAD_CONFIGURATION} if it would lie elsewhere, by its name or
   *     through a link
   */
  public Path resolve(Value name) throws NightjarException {
    try {
      Path file = folder.resolve(name.text()).normalize();
      if (file.startsWith(folder.normalize())
          && (!Files.exists(file) || file.toRealPath().startsWith(folder.toRealPath()))) {
        return file;
      }
    } catch (IOException e) {
      throw name.wrong("'" + name.text() + "' cannot be looked at: " + e, "");
    } catch (InvalidPathException e) {
      throw name.wrong("'" + name.text() + "' is not a path: " + e.getReason(), "");
    }
    throw name.wrong(
        "'" + name.text() + "' lies outside the package",
        "Put the file beside the one that names it.");
  }
}
