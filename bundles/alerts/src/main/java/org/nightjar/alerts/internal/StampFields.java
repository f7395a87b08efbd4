package org.nightjar.alerts.internal;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the surveys keep their stamps. */
final class StampFields {
  private static final Map<String, List<String>> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("science", List.of("cutoutScience", "cutout_science"));
    FIELDS.put("template", List.of("cutoutTemplate", "cutout_template"));
    FIELDS.put("difference", List.of("cutoutDifference", "cutout_difference"));
  }

  private StampFields() {}

  /** Bytes of the stamps that a packet has, by the name of their part. */
  static Map<String, ByteBuffer> of(Map<String, Object> packet) {
    Map<String, ByteBuffer> stamps = new LinkedHashMap<>();
    FIELDS.forEach(
        (part, fields) -> {
          for (String field : fields) {
            Object value = packet.get(field);
            Object bytes = value instanceof Map<?, ?> record ? record.get("stampData") : value;
            if (bytes instanceof ByteBuffer stamp && stamp.hasRemaining()) {
              stamps.put(part, stamp);
            }
          }
        });
    return stamps;
  }
}
