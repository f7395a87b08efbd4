package org.nightjar.imaging.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.nightjar.testkit.InMemoryImage;

/** Reads plain 16-bit images of the test data; tests are skipped, saying so, where it is absent. */
final class RealFits {

  private static final int BLOCK = 2880;
  private static final int CARD = 80;

  private RealFits() {}

  static InMemoryImage image(String name) throws IOException {
    Path file = Path.of(System.getProperty("nightjar.testdata", "."), "exposures", name);
    assumeTrue(Files.isReadable(file), () -> "no test data: " + file);
    byte[] bytes = Files.readAllBytes(file);
    Map<String, String> cards = new HashMap<>();
    int at = 0;
    while (!card(bytes, at).startsWith("END ")) {
      String card = card(bytes, at);
      if (card.startsWith("= ", 8)) {
        cards.put(card.substring(0, 8).strip(), card.substring(10).split("/")[0].strip());
      }
      at += CARD;
    }
    ByteBuffer data = ByteBuffer.wrap(bytes);
    data.position((at / BLOCK + 1) * BLOCK);
    int width = Integer.parseInt(cards.get("NAXIS1"));
    int[] pixels = new int[width * Integer.parseInt(cards.get("NAXIS2"))];
    int zero = (int) Double.parseDouble(cards.getOrDefault("BZERO", "0"));
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = data.getShort() + zero;
    }
    return InMemoryImage.ofIntegers("primary", width, pixels)
        .with("BITPIX", 16)
        .with("BZERO", (double) zero);
  }

  private static String card(byte[] bytes, int at) {
    return new String(bytes, at, CARD, StandardCharsets.US_ASCII);
  }
}
