package org.nightjar.alerts.internal.stamp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * Reads the images of a small FITS file in memory: two axes, any BITPIX up to 64-bit floats,
 * headers as long as they like. Strict and quick; whole FITS files are the fits bundle's business.
 */
final class StampFits {
  private static final int BLOCK = 2880;
  private static final int LONGEST_SIDE = 4096;
  private static final int MOST_HDUS = 16;
  private static final long SIMPLE = Cards.keyword("SIMPLE");
  private static final long XTENSION = Cards.keyword("XTENSION");

  private final ByteBuffer bytes;
  private final String place;

  private StampFits(ByteBuffer bytes, String place) {
    this.bytes = bytes;
    this.place = place;
  }

  /** An image and the header that it stands under. */
  record Image(Cards cards, StampPixels pixels) {}

  /**
   * All images, in their order; HDUs without pixels and tables are passed by.
   *
   * @throws NightjarException of category DATA if there is none, or one is damaged
   */
  static List<Image> images(ByteBuffer bytes, String place) throws NightjarException {
    List<Image> images = new StampFits(bytes.slice(), place).images();
    if (images.isEmpty()) {
      throw Damage.of(StandardError.UNSUPPORTED, "a stamp without an image", place, "");
    }
    return images;
  }

  private List<Image> images() throws NightjarException {
    if (bytes.limit() < BLOCK || bytes.getLong(0) != SIMPLE) {
      throw Damage.corrupt("a stamp that is not FITS", place);
    }
    List<Image> images = new ArrayList<>();
    long at = 0;
    // What follows the last HDU and is no other is padding, as cfitsio sees it.
    for (int hdu = 0; hdu < MOST_HDUS && (hdu == 0 || extension(at)); hdu++) {
      Cards cards = Cards.at(bytes, (int) at, place);
      long size = size(cards);
      if (holdsImage(cards, hdu)) {
        images.add(new Image(cards, pixels(cards)));
      }
      at = cards.dataStart() + (size + BLOCK - 1) / BLOCK * BLOCK;
    }
    return images;
  }

  private boolean extension(long at) {
    return at + BLOCK <= bytes.limit() && bytes.getLong((int) at) == XTENSION;
  }

  private boolean holdsImage(Cards cards, int hdu) throws NightjarException {
    long axes = cards.whole("NAXIS", 0, 999);
    String type = hdu == 0 ? "'IMAGE" : cards.text(XTENSION);
    if (axes == 0 || type == null || !type.startsWith("'IMAGE")) {
      return false;
    }
    if (axes != 2) {
      throw Damage.of(
          StandardError.UNSUPPORTED, "a stamp of " + axes + " axes", place, "Send 2-D stamps");
    }
    return true;
  }

  /** Bytes of an HDU's data; all of them must be there. */
  private long size(Cards cards) throws NightjarException {
    long axes = cards.whole("NAXIS", 0, 999);
    long bits = Math.abs((long) cards.number("BITPIX", 8));
    double size = axes == 0 ? 0 : bits / 8.0;
    for (int axis = 1; axis <= axes; axis++) {
      size *= cards.whole("NAXIS" + axis, 0, Integer.MAX_VALUE);
    }
    size += axes == 0 ? 0 : cards.number("PCOUNT", 0) * bits / 8.0;
    if (!(size >= 0) || size > bytes.limit() - cards.dataStart()) {
      throw Damage.truncated(
          "the stamp's pixels end at byte "
              + (long) (cards.dataStart() + size)
              + ", its bytes at "
              + bytes.limit(),
          place);
    }
    return (long) size;
  }

  private StampPixels pixels(Cards cards) throws NightjarException {
    int bitpix = (int) cards.number("BITPIX", Double.NaN);
    if (!List.of(8, 16, 32, -32, -64).contains(bitpix)) {
      throw Damage.of(StandardError.UNSUPPORTED, "a stamp with BITPIX " + bitpix, place, "");
    }
    return new StampPixels(
        bytes,
        cards.dataStart(),
        (int) cards.whole("NAXIS1", 1, LONGEST_SIDE),
        (int) cards.whole("NAXIS2", 1, LONGEST_SIDE),
        bitpix,
        cards.number("BSCALE", 1),
        cards.number("BZERO", 0),
        bitpix > 0 ? cards.number("BLANK", Double.NaN) : Double.NaN);
  }
}
