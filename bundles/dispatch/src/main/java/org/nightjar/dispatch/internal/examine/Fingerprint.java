package org.nightjar.dispatch.internal.examine;

import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A SHA-256 over named values. Every text goes in with its length, so that no two different lists
 * of values look the same; maps go in sorted by key, so that their order does not matter.
 */
final class Fingerprint {
  private final MessageDigest digest = sha256();

  /** Adds a value under a name. */
  Fingerprint add(String name, Object value) {
    text(name);
    value(value);
    return this;
  }

  /** The checksum, lower-case hexadecimal. Ends this. */
  String hex() {
    return HexFormat.of().formatHex(bytes());
  }

  /** The checksum. Ends this. */
  byte[] bytes() {
    return digest.digest();
  }

  private void value(Object value) {
    if (value instanceof Map<?, ?> map) {
      TreeMap<String, Object> sorted = new TreeMap<>();
      map.forEach((key, item) -> sorted.put(String.valueOf(key), item));
      text("map " + sorted.size());
      sorted.forEach(this::add);
    } else if (value instanceof Collection<?> items) {
      text("list " + items.size());
      items.forEach(this::value);
    } else if (value != null && value.getClass().isArray()) {
      value(list(value));
    } else {
      text(String.valueOf(value));
    }
  }

  private static Collection<?> list(Object array) {
    int length = Array.getLength(array);
    Object[] items = new Object[length];
    for (int i = 0; i < length; i++) {
      items[i] = Array.get(array, i);
    }
    return Arrays.asList(items);
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
