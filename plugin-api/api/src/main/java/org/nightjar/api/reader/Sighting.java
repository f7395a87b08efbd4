package org.nightjar.api.reader;

import java.util.Objects;
import java.util.Optional;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Kind;

/**
 * A product that a reader saw in some bytes.
 *
 * @param kind what sort of product
 * @param offset first byte of its own bytes
 * @param length number of its own bytes
 * @param sha256 checksum of its own bytes if they are not simply the range (a packet in a
 *     compressed block); empty for a plain range, whose checksum the platform takes
 * @param facts the few facts that routing needs
 */
public record Sighting(Kind kind, long offset, long length, Optional<String> sha256, Facts facts) {
  /** Refuses nulls and negative numbers. */
  public Sighting {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(facts, "facts");
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("offset " + offset + ", length " + length);
    }
  }

  /** A file that is one product. */
  public static Sighting wholeFile(Kind kind, long length, Facts facts) {
    return new Sighting(kind, 0, length, Optional.empty(), facts);
  }
}
