package org.nightjar.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes an image as FITS, BITPIX -32, for programs that read nothing else. */
final class FloatFits {

  private static final int BLOCK = 2880;

  private FloatFits() {}

  static Path write(Path file, float[] pixels, int width, int height) throws IOException {
    String header =
        card("SIMPLE", "T")
            + card("BITPIX", "-32")
            + card("NAXIS", "2")
            + card("NAXIS1", "" + width)
            + card("NAXIS2", "" + height)
            + "END";
    int size = BLOCK + (pixels.length * Float.BYTES + BLOCK - 1) / BLOCK * BLOCK;
    ByteBuffer bytes = ByteBuffer.allocate(size);
    bytes.put(String.format("%-2880s", header).getBytes(StandardCharsets.US_ASCII));
    for (float pixel : pixels) {
      bytes.putFloat(pixel);
    }
    return Files.write(file, bytes.array());
  }

  private static String card(String key, String value) {
    return String.format("%-8s= %20s%50s", key, value, "");
  }
}
