package org.nightjar.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Just enough FITS for tests: the primary image, BITPIX 8, 16, 32, -32, scaled. The real reader
 * lives elsewhere.
 */
record TestFits(float[] pixels, int width, int height) {

  private static final int CARD = 80;
  private static final int BLOCK = 2880;

  static TestFits read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Map<String, String> header = new HashMap<>();
    int at = 0;
    for (String card = card(bytes, at); !card.startsWith("END "); card = card(bytes, at)) {
      if (card.startsWith("= ", 8)) {
        header.put(card.substring(0, 8).strip(), card.substring(10).split("/", 2)[0].strip());
      }
      at += CARD;
    }
    int data = (at / BLOCK + 1) * BLOCK;
    int width = Integer.parseInt(header.get("NAXIS1"));
    int height = Integer.parseInt(header.get("NAXIS2"));
    float scale = Float.parseFloat(header.getOrDefault("BSCALE", "1"));
    float zero = Float.parseFloat(header.getOrDefault("BZERO", "0"));
    int bits = Integer.parseInt(header.get("BITPIX"));
    ByteBuffer values = ByteBuffer.wrap(bytes, data, bytes.length - data);
    float[] pixels = new float[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = next(values, bits) * scale + zero;
    }
    return new TestFits(pixels, width, height);
  }

  PixelRows rows() {
    return PixelRows.of(pixels, width, height);
  }

  private static String card(byte[] bytes, int at) {
    return new String(bytes, at, CARD, StandardCharsets.ISO_8859_1);
  }

  private static float next(ByteBuffer values, int bits) {
    return switch (bits) {
      case 8 -> values.get() & 0xff;
      case 16 -> values.getShort();
      case 32 -> values.getInt();
      case -32 -> values.getFloat();
      default -> throw new IllegalArgumentException("BITPIX " + bits);
    };
  }
}
