package org.nightjar.api.product;

import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Which product: everything needed to find its bytes again and to know that they are the same.
 *
 * @param id the first 20 hexadecimal digits of {@code sha256}: the same bytes have the same id
 *     wherever they arrive
 * @param kind what sort of product
 * @param uri where the file is; {@code file:} URIs are absolute
 * @param offset first byte of the product's own bytes in the file
 * @param length number of the product's own bytes; the whole file where the file is one product
 * @param sha256 checksum of the product's own bytes (of the file as stored, where the file is one
 *     product), lower-case hexadecimal
 */
public record ProductRef(String id, Kind kind, URI uri, long offset, long length, String sha256) {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** Checks the shape of every component. */
  public ProductRef {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(uri, "uri");
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal: " + sha256);
    }
    if (!id.equals(sha256.substring(0, 20))) {
      throw new IllegalArgumentException("id " + id + " does not belong to checksum " + sha256);
    }
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException(
          "offset and length are not negative: " + offset + ", " + length);
    }
  }

  /** A reference whose id follows from the checksum. */
  public static ProductRef of(Kind kind, URI uri, long offset, long length, String sha256) {
    return new ProductRef(sha256.substring(0, 20), kind, uri, offset, length, sha256);
  }
}
