package org.nightjar.alerts.internal.stamp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.PixelType;

/**
 * Reads the primary image of a small FITS file in memory: two axes, any BITPIX up to 32 bits, the
 * header as long as it likes. Strict and quick; whole FITS files are the fits bundle's business.
 */
final class StampFits {
  private static final int BLOCK = 2880;
  private static final int CARD = 80;
  private static final int LONGEST_SIDE = 4096;
  private static final int MOST_CARDS = 4000;

  private final ByteBuffer bytes;
  private final String place;
  private final Map<String, String> cards = new HashMap<>();

  private StampFits(ByteBuffer bytes, String place) {
    this.bytes = bytes;
    this.place = place;
  }

  /** Decodes the primary image. */
  static StampPixels decode(ByteBuffer bytes, String place) throws NightjarException {
    StampFits stamp = new StampFits(bytes, place);
    int data = stamp.header();
    return stamp.pixels(data);
  }

  private int header() throws NightjarException {
    if (bytes.remaining() < BLOCK || !card(0).startsWith("SIMPLE  =")) {
      throw Damage.corrupt("a stamp that is not FITS", place);
    }
    for (int i = 0; i < MOST_CARDS; i++) {
      if ((i + 1) * CARD > bytes.limit()) {
        throw Damage.truncated("the stamp ends within its header", place);
      }
      String card = card(i * CARD);
      if (card.startsWith("END     ")) {
        return (i * CARD / BLOCK + 1) * BLOCK;
      }
      if (card.startsWith("= ", 8)) {
        String value = card.substring(10);
        int slash = value.indexOf('/');
        cards.putIfAbsent(
            card.substring(0, 8).strip(), (slash < 0 ? value : value.substring(0, slash)).strip());
      }
    }
    throw Damage.of(
        StandardError.TOO_LARGE, "a stamp header of more than " + MOST_CARDS + " cards", place, "");
  }

  private String card(int at) {
    byte[] text = new byte[CARD];
    bytes.get(at, text);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private StampPixels pixels(int start) throws NightjarException {
    int bitpix = (int) number("BITPIX", Double.NaN);
    int axes = (int) number("NAXIS", Double.NaN);
    if (axes != 2) {
      throw Damage.of(
          StandardError.UNSUPPORTED, "a stamp of " + axes + " axes", place, "Send 2-D stamps");
    }
    int width = side("NAXIS1");
    int height = side("NAXIS2");
    int pixelBytes =
        switch (bitpix) {
          case 8, 16, 32, -32, -64 -> Math.abs(bitpix) / 8;
          default ->
              throw Damage.of(
                  StandardError.UNSUPPORTED, "a stamp with BITPIX " + bitpix, place, "");
        };
    long end = start + (long) width * height * pixelBytes;
    if (end > bytes.limit()) {
      throw Damage.truncated(
          "the stamp's pixels end at byte " + end + ", its bytes at " + bytes.limit(), place);
    }
    double scale = number("BSCALE", 1);
    double zero = number("BZERO", 0);
    double blank = bitpix > 0 ? number("BLANK", Double.NaN) : Double.NaN;
    double[] values = new double[width * height];
    for (int i = 0; i < values.length; i++) {
      double stored = stored(start + i * pixelBytes, bitpix);
      values[i] = stored == blank ? Double.NaN : zero + scale * stored;
    }
    return new StampPixels(width, height, type(bitpix, scale, zero), values);
  }

  private static PixelType type(int bitpix, double scale, double zero) {
    if (bitpix == -64) {
      return PixelType.DOUBLE;
    }
    boolean whole = bitpix > 0 && scale == 1 && zero == Math.rint(zero) && Math.abs(zero) < 1e9;
    if (bitpix == -32 || !whole) {
      return bitpix == 32 ? PixelType.DOUBLE : PixelType.FLOAT;
    }
    return bitpix == 32 && zero != 0 ? PixelType.LONG : PixelType.INT;
  }

  private double stored(int at, int bitpix) {
    return switch (bitpix) {
      case 8 -> bytes.get(at) & 0xff;
      case 16 -> bytes.getShort(at);
      case 32 -> bytes.getInt(at);
      case -32 -> bytes.getFloat(at);
      default -> bytes.getDouble(at);
    };
  }

  private int side(String keyword) throws NightjarException {
    double side = number(keyword, Double.NaN);
    if (!(side >= 1) || side != Math.rint(side)) {
      throw Damage.corrupt(keyword + " of a stamp is " + cards.get(keyword), place);
    }
    if (side > LONGEST_SIDE) {
      throw Damage.of(StandardError.TOO_LARGE, keyword + " of a stamp is " + side, place, "");
    }
    return (int) side;
  }

  private double number(String keyword, double missing) throws NightjarException {
    String text = cards.get(keyword);
    if (text == null) {
      if (Double.isNaN(missing) && !keyword.equals("BLANK")) {
        throw Damage.corrupt(keyword + " is missing in a stamp", place);
      }
      return missing;
    }
    try {
      return Double.parseDouble(text.replace('D', 'E'));
    } catch (NumberFormatException e) {
      throw Damage.corrupt(keyword + " of a stamp is '" + text + "'", place, e);
    }
  }
}
