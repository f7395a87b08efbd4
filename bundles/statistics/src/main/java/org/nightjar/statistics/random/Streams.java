package org.nightjar.statistics.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All random streams of one seed, by name. A stream has a sequence of its own for each object; a
 * stream more or less changes nothing in the others.
 *
 * @param seed of everything
 */
@ProviderType
public record Streams(long seed) {

  /**
   * The stream of this name, at object 0.
   *
   * @param name any text; texts that differ give independent streams
   */
  public Philox stream(String name) {
    return new Philox(key(name));
  }

  /**
   * The first 64 bits of SHA-256 over the seed (8 bytes, the highest first) and the name (UTF-8).
   */
  private long key(String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).flip());
      return ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
