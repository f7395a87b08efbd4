package org.nightjar.alerts.internal;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nightjar.alerts.internal.stamp.StampReader;

/** Where the surveys keep their stamps, and why there are no pixels where there are none. */
final class StampFields {
  private static final List<Stamp> FIELDS =
      List.of(
          new Stamp("science", "cutoutScience", "cutout_science"),
          new Stamp("template", "cutoutTemplate", "cutout_template"),
          new Stamp("difference", "cutoutDifference", "cutout_difference"));

  private StampFields() {}

  /** Bytes of the stamps that have pixels, by the name of their part. */
  static Map<String, ByteBuffer> of(Map<String, Object> packet) {
    Map<String, ByteBuffer> stamps = new LinkedHashMap<>();
    for (Stamp stamp : FIELDS) {
      ByteBuffer bytes = stamp.bytes(packet);
      if (bytes != null && StampReader.form(bytes) != StampReader.Form.PICTURE) {
        stamps.put(stamp.part, bytes);
      }
    }
    return stamps;
  }

  /** Whether any stamp has pixels ({@code fits}), or is a picture at least, or there is none. */
  static String summary(Map<String, Object> packet) {
    String found = "none";
    for (Stamp stamp : FIELDS) {
      ByteBuffer bytes = stamp.bytes(packet);
      if (bytes != null) {
        switch (StampReader.form(bytes)) {
          case FITS, PACKED -> {
            return "fits";
          }
          case PICTURE -> found = "jpeg";
          case UNKNOWN -> {}
        }
      }
    }
    return found;
  }

  /** What each stamp is, or why it is not there. */
  static Map<String, String> states(Map<String, Object> packet, boolean addresses) {
    Map<String, String> states = new LinkedHashMap<>();
    FIELDS.forEach(stamp -> states.put(stamp.part, stamp.state(packet, addresses)));
    return states;
  }

  private record Stamp(String part, List<String> fields) {
    Stamp(String part, String name, String other) {
      this(part, List.of(name + ".stampData", name, other, other + ".stampData"));
    }

    /** Null where there are none. */
    ByteBuffer bytes(Map<String, Object> packet) {
      for (String field : fields) {
        if (packet.get(field) instanceof ByteBuffer own && own.hasRemaining()) {
          return own;
        }
      }
      return null;
    }

    String state(Map<String, Object> packet, boolean addresses) {
      ByteBuffer bytes = bytes(packet);
      if (bytes == null) {
        return addresses
            ? "no pixels: the packet gives addresses of images, which are not fetched"
            : "no pixels: the packet has no such stamp";
      }
      return switch (StampReader.form(bytes)) {
        case FITS -> "fits";
        case PACKED -> "fits, gzip";
        case PICTURE -> "no pixels: a JPEG picture";
        case UNKNOWN -> "no pixels: bytes of no known format";
      };
    }
  }
}
