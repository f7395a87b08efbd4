package org.nightjar.inference.internal.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/** SHA-256, in lower-case hexadecimal. */
public final class Checksum {
  private Checksum() {}

  /** An empty digest. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Of files one behind the other, as {@code cat FILE... | sha256sum} gives it.
   *
   * @throws NightjarException {@code UNREADABLE}
   */
  public static String of(List<Path> files) throws NightjarException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[1 << 16];
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          digest.update(buffer, 0, n);
        }
      } catch (IOException e) {
        throw NightjarException.of(StandardError.UNREADABLE, e.toString(), file.toString(), "");
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
