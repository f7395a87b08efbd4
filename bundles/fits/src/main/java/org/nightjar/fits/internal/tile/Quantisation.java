package org.nightjar.fits.internal.tile;

import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.header.Header;

/**
 * How floats became whole numbers.
 *
 * @param dithered whether random numbers were added
 * @param exactZeros whether a reserved value stands for zero
 * @param seed ZDITHER0
 */
record Quantisation(boolean dithered, boolean exactZeros, int seed) {
  /** What ZQUANTIZ and ZDITHER0 say. */
  static Quantisation of(Header header) throws NightjarException {
    String method = header.text("ZQUANTIZ").orElse("NO_DITHER");
    int seed = (int) header.optional("ZDITHER0", 1, 1, Dither.COUNT);
    return switch (method) {
      case "SUBTRACTIVE_DITHER_1" -> new Quantisation(true, false, seed);
      case "SUBTRACTIVE_DITHER_2" -> new Quantisation(true, true, seed);
      case "NO_DITHER", "NONE" -> new Quantisation(false, false, seed);
      default -> throw header.unsupported("ZQUANTIZ is " + method, "Unpack it with funpack");
    };
  }
}
