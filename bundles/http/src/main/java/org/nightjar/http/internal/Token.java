package org.nightjar.http.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The secret of a data folder: 256 random bits that whoever may read the folder can show.
 *
 * @param text as it stands in the file and in requests
 */
record Token(String text) {
  private static final int BYTES = 32;
  private static final int LARGEST_FILE = 1024;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43,128}");
  private static final String SCHEME = "Bearer ";

  /** The token in this file, which is written if it is not there. */
  static Token of(Path file) throws IOException {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    try {
      OwnerOnly.create(file, fresh);
      return new Token(fresh);
    } catch (FileAlreadyExistsException e) {
      return read(file);
    }
  }

  private static Token read(Path file) throws IOException {
    OwnerOnly.restrict(file);
    String text = Files.size(file) > LARGEST_FILE ? "" : Files.readString(file).strip();
    if (!FORM.matcher(text).matches()) {
      throw new IOException(file + " holds no token: delete it, and a new one is made");
    }
    return new Token(text);
  }

  /** Whether an {@code Authorization} header shows this token; takes as long if it does not. */
  boolean shownBy(String header) {
    return header != null
        && header.startsWith(SCHEME)
        && MessageDigest.isEqual(
            text.getBytes(StandardCharsets.US_ASCII),
            header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Token[not shown]";
  }
}
