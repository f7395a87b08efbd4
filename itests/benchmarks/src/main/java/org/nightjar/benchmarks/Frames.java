package org.nightjar.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Generated CCD frames: a sloping sky with Gaussian noise, and stars with wings. */
final class Frames {
  static final int WIDTH = 2048;
  static final int HEIGHT = 4096;

  private static final int STARS = 5000;
  private static final double SKY = 1000;
  private static final double NOISE = 12;
  private static final double ALPHA = 2.2;
  private static final double BETA = 3;

  private Frames() {}

  /** Pixels of a frame, row by row; other seeds, other stars and noise. */
  static float[] pixels(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] pixels = new float[WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      double slope = 40.0 * (i % WIDTH) / WIDTH + 25.0 * (i / WIDTH) / HEIGHT;
      pixels[i] = (float) (SKY + slope + NOISE * random.nextGaussian());
    }
    for (int star = 0; star < STARS; star++) {
      double peak = 40 * Math.pow(10, 3 * Math.pow(random.nextDouble(), 2.5));
      add(pixels, WIDTH * random.nextDouble(), HEIGHT * random.nextDouble(), peak);
    }
    return pixels;
  }

  /** A Moffat star: flux falls as (1 + r^2 / alpha^2)^-beta (Moffat 1969). */
  private static void add(float[] pixels, double x, double y, double peak) {
    int reach = (int) Math.min(60, 8 + Math.sqrt(peak));
    for (int j = Math.max(0, (int) y - reach); j < Math.min(HEIGHT, y + reach); j++) {
      for (int i = Math.max(0, (int) x - reach); i < Math.min(WIDTH, x + reach); i++) {
        double r2 = (i - x) * (i - x) + (j - y) * (j - y);
        pixels[j * WIDTH + i] += (float) (peak * Math.pow(1 + r2 / (ALPHA * ALPHA), -BETA));
      }
    }
  }

  /** Writes pixels as a FITS file of BITPIX -32. */
  static void write(Path file, float[] pixels, int index) throws IOException {
    String header =
        card("SIMPLE", "T")
            + card("BITPIX", "-32")
            + card("NAXIS", "2")
            + card("NAXIS1", WIDTH)
            + card("NAXIS2", HEIGHT)
            + card("EXPTIME", "30.0")
            + card("DATE-OBS", "'2026-11-20T0" + index / 60 + ":" + two(index % 60) + ":00'")
            + card("INSTRUME", "'Generated'")
            + card("SATURATE", "60000.0")
            + card("CTYPE1", "'RA---TAN'")
            + card("CTYPE2", "'DEC--TAN'")
            + card("CDELT1", "-7.3E-5")
            + card("CDELT2", "7.3E-5")
            + String.format("%-80s", "END");
    byte[] block = new byte[2880];
    Arrays.fill(block, (byte) ' ');
    byte[] cards = header.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(cards, 0, block, 0, cards.length);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write(block);
      ByteBuffer row = ByteBuffer.allocate(WIDTH * 4);
      for (int y = 0; y < HEIGHT; y++) {
        row.asFloatBuffer().put(pixels, y * WIDTH, WIDTH);
        out.write(row.array());
      }
      out.write(new byte[(int) ((2880 - (4L * pixels.length) % 2880) % 2880)]);
    }
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : "" + number;
  }

  private static String card(String keyword, Object value) {
    return String.format("%-80s", String.format("%-8s= %20s", keyword, value));
  }
}
