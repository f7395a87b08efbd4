package org.nightjar.itests.samples;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** A small FITS file of float images, written card by card as an observatory would. */
public final class FitsBytes {
  private static final int BLOCK = 2880;

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  /** Adds an image; the first one is the primary. */
  public FitsBytes image(Map<String, Object> cards, int width, float[] pixels) {
    StringBuilder header = new StringBuilder();
    boolean primary = file.size() == 0;
    card(header, primary ? "SIMPLE" : "XTENSION", primary ? Boolean.TRUE : "IMAGE");
    card(header, "BITPIX", -32);
    card(header, "NAXIS", 2);
    card(header, "NAXIS1", width);
    card(header, "NAXIS2", pixels.length / width);
    if (!primary) {
      card(header, "PCOUNT", 0);
      card(header, "GCOUNT", 1);
    }
    cards.forEach((keyword, value) -> card(header, keyword, value));
    header.append(String.format("%-80s", "END"));
    write(header.toString().getBytes(StandardCharsets.US_ASCII), (byte) ' ');
    ByteBuffer data = ByteBuffer.allocate(pixels.length * Float.BYTES);
    data.asFloatBuffer().put(pixels);
    write(data.array(), (byte) 0);
    return this;
  }

  private static void card(StringBuilder header, String keyword, Object value) {
    String text =
        value instanceof String s
            ? "'" + String.format("%-8s", s) + "'"
            : value instanceof Boolean b
                ? String.format("%20s", b ? "T" : "F")
                : String.format(Locale.ROOT, "%20s", value);
    header.append(String.format("%-80s", String.format("%-8s= %s", keyword, text)));
  }

  private void write(byte[] bytes, byte fill) {
    file.writeBytes(bytes);
    while (file.size() % BLOCK != 0) {
      file.write(fill);
    }
  }

  /** The file so far. */
  public byte[] bytes() {
    return file.toByteArray();
  }
}
