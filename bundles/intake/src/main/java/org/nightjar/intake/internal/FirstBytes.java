package org.nightjar.intake.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.nightjar.api.reader.Source;

/** Says in words what unrecognised bytes look like. */
final class FirstBytes {
  private record Magic(String hex, String what) {}

  private static final List<Magic> KNOWN =
      List.of(
          new Magic("89504e47", "a PNG picture"),
          new Magic("ffd8ff", "a JPEG picture"),
          new Magic("47494638", "a GIF picture"),
          new Magic("25504446", "a PDF document"),
          new Magic("504b0304", "a ZIP archive"),
          new Magic("1f8b", "gzip data that is damaged or holds no known format"),
          new Magic("425a68", "bzip2 data that is damaged or holds no known format"),
          new Magic("fd377a585a00", "xz data"),
          new Magic("28b52ffd", "zstd data"),
          new Magic("7f454c46", "a program"),
          new Magic("894844460d0a1a0a", "an HDF5 file"),
          new Magic("50415231", "a Parquet file"),
          new Magic("53494d504c4520", "a FITS file that no reader takes"),
          new Magic("4f626a01", "an Avro container that no reader takes"));
  private static final int LOOK_AT = 512;
  private static final int SHOW_TEXT = 40;
  private static final int SHOW_BYTES = 8;

  private FirstBytes() {}

  static String describe(Source source) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(LOOK_AT);
    source.read(0, buffer);
    byte[] bytes = new byte[buffer.flip().remaining()];
    buffer.get(bytes);
    if (bytes.length == 0) {
      return "the file is empty";
    }
    String hex = HexFormat.of().formatHex(bytes);
    for (Magic magic : KNOWN) {
      if (hex.startsWith(magic.hex())) {
        return "the bytes look like " + magic.what();
      }
    }
    if (text(bytes)) {
      return "the bytes look like " + kind(bytes) + " beginning with '" + beginning(bytes) + "'";
    }
    if (hex.replace("0", "").isEmpty()) {
      return "the first " + bytes.length + " bytes are all zero";
    }
    return "no known format begins with the bytes "
        + HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(SHOW_BYTES, bytes.length));
  }

  private static boolean text(byte[] bytes) {
    for (byte each : bytes) {
      boolean control = each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t';
      if (control || each == 0x7f) {
        return false;
      }
    }
    // A multi-byte character may be cut at the end; nothing else may be wrong.
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    int wrong = decoded.indexOf('\ufffd');
    return wrong < 0 || wrong >= decoded.length() - 3;
  }

  private static String kind(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    if (text.startsWith("<")) {
      return "HTML or XML";
    }
    return text.startsWith("{") || text.startsWith("[") ? "JSON" : "plain text";
  }

  private static String beginning(byte[] bytes) {
    String line = new String(bytes, StandardCharsets.UTF_8).strip().lines().findFirst().orElse("");
    return line.length() <= SHOW_TEXT ? line : line.substring(0, SHOW_TEXT) + "...";
  }
}
