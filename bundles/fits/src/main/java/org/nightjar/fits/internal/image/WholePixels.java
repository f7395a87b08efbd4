package org.nightjar.fits.internal.image;

import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * Makes whole numbers of stored ones without loss. Blank pixels come as they are stored, with BZERO
 * added like all others.
 */
public final class WholePixels {
  private static final double TWO_63 = 0x1p63;

  private final PixelCoding coding;
  private final String place;
  private final boolean unsigned64;
  private final long zero;

  /**
   * For the pixels of an image.
   *
   * @param place file and HDU, for messages
   */
  public WholePixels(PixelCoding coding, String place) {
    this.coding = coding;
    this.place = place;
    this.unsigned64 = coding.zero() == TWO_63;
    this.zero = unsigned64 ? 0 : (long) coding.zero();
  }

  /**
   * Refuses images of other pixels.
   *
   * @throws NightjarException BAD_ARGUMENT if pixels are not whole numbers
   */
  public void require() throws NightjarException {
    if (!coding.integer()) {
      throw notWhole();
    }
  }

  /**
   * A pixel.
   *
   * @throws NightjarException BAD_ARGUMENT if it does not fit into 64 bits
   */
  public long of(long stored) throws NightjarException {
    long pixel = unsigned64 ? stored ^ Long.MIN_VALUE : stored + zero;
    boolean over = unsigned64 ? pixel < 0 : ((stored ^ pixel) & (zero ^ pixel)) < 0;
    if (over) {
      throw tooWide();
    }
    return pixel;
  }

  /** The error of a reader of whole numbers that meets others. */
  public NightjarException notWhole() {
    return NightjarException.of(
        StandardError.BAD_ARGUMENT,
        "pixels are " + coding.word() + ", not whole numbers",
        place,
        "Read them as float or double");
  }

  /** The error of a reader whose type is too narrow. */
  public NightjarException tooWide() {
    return NightjarException.of(
        StandardError.BAD_ARGUMENT,
        "a pixel does not fit into the integers that were asked for",
        place,
        "Read them as long or double");
  }
}
