package org.nightjar.alerts.internal;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decoded values as facts can hold them: bytes as how many there are. */
public final class Plain {
  private Plain() {}

  /** A value, without nulls inside. */
  public static Object of(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      map.forEach(
          (name, inner) -> {
            if (inner != null) {
              plain.put(name.toString(), of(inner));
            }
          });
      return plain;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Plain::of).toList();
    }
    if (value instanceof ByteBuffer bytes) {
      return bytes.remaining() + " bytes";
    }
    return value == null ? "" : value;
  }
}
