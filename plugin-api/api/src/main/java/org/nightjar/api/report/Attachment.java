package org.nightjar.api.report;

import java.util.Objects;

/**
 * A file that a report carries, named by its checksum in the store.
 *
 * @param name file name within the report, without folders
 * @param mediaType media type, such as {@code image/png}
 * @param sha256 checksum of the content, lower-case hexadecimal
 * @param length bytes
 */
public record Attachment(String name, String mediaType, String sha256, long length) {
  /** Refuses nulls and names that could leave their folder. */
  public Attachment {
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(sha256, "sha256");
    if (name.isBlank()
        || name.startsWith(".")
        || name.chars().anyMatch(c -> c == '/' || c == '\\' || c < ' ')) {
      throw new IllegalArgumentException(
          "an attachment's name is a plain file name, not '" + name + "'");
    }
  }
}
