package org.nightjar.alerts.internal;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the surveys keep their stamps. */
final class StampFields {
  private static final List<Stamp> FIELDS =
      List.of(
          new Stamp("science", List.of("cutoutScience", "cutout_science")),
          new Stamp("template", List.of("cutoutTemplate", "cutout_template")),
          new Stamp("difference", List.of("cutoutDifference", "cutout_difference")));

  private StampFields() {}

  /** Bytes of the stamps that a packet has, by the name of their part. */
  static Map<String, ByteBuffer> of(Map<String, Object> packet) {
    Map<String, ByteBuffer> stamps = new LinkedHashMap<>();
    for (Stamp stamp : FIELDS) {
      for (String field : stamp.fields) {
        Object value = packet.get(field);
        Object bytes = value instanceof Map<?, ?> record ? record.get("stampData") : value;
        if (bytes instanceof ByteBuffer own && own.hasRemaining()) {
          stamps.put(stamp.part, own);
        }
      }
    }
    return stamps;
  }

  private record Stamp(String part, List<String> fields) {}
}
