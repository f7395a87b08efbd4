package org.nightjar.intake.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.reader.Source;

/** SHA-256 of a range of bytes, read once in pieces. */
final class Checksum {
  private static final int PIECE = 1 << 20;

  private Checksum() {}

  static String of(Source source, long offset, long length) throws IOException, NightjarException {
    MessageDigest digest = sha256();
    ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, Math.max(length, 1)));
    for (long done = 0; done < length; ) {
      piece.clear().limit((int) Math.min(piece.capacity(), length - done));
      int read = source.read(offset + done, piece);
      if (read <= 0) {
        throw NightjarException.of(
            StandardError.TRUNCATED,
            "the file ends at byte " + (offset + done) + ", within a product",
            source.uri().toString(),
            "Transfer it again");
      }
      digest.update(piece.flip());
      done += read;
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
