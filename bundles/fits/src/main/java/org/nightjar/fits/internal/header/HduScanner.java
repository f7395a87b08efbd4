package org.nightjar.fits.internal.header;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.fits.internal.bytes.Bytes;

/**
 * Walks through the HDUs of a file: reads every header, checks every size against the file, reads
 * no data.
 */
public final class HduScanner {
  private static final int MOST_HDUS = 10_000;
  private static final String AGAIN = "Fetch the file again";

  private final Bytes bytes;

  /** Walks through these bytes. */
  public HduScanner(Bytes bytes) {
    this.bytes = bytes;
  }

  /**
   * Hands over each HDU that is complete.
   *
   * @throws NightjarException of category DATA at the first one that is not; those before have been
   *     handed over
   */
  public void scan(Consumer<Hdu> found) throws NightjarException {
    long position = 0;
    for (int index = 0; position < bytes.length(); index++) {
      if (index > 0 && !extensionAt(position)) {
        requireFill(position, index);
        return;
      }
      if (index == MOST_HDUS) {
        throw NightjarException.of(
            StandardError.TOO_LARGE, "more than " + MOST_HDUS + " HDUs", bytes.name(), "");
      }
      Hdu hdu = hdu(index, position);
      found.accept(hdu);
      position = hdu.end();
    }
  }

  private boolean extensionAt(long position) throws NightjarException {
    byte[] keyword = new byte[(int) Math.min(8, bytes.length() - position)];
    bytes.read(position, ByteBuffer.wrap(keyword));
    return new String(keyword, StandardCharsets.ISO_8859_1).equals("XTENSION");
  }

  /** Some tapes and transfers append zeros or blanks; anything else is a damaged extension. */
  private void requireFill(long position, int index) throws NightjarException {
    byte[] block = new byte[(int) Math.min(HeaderScanner.BLOCK, bytes.length() - position)];
    bytes.read(position, ByteBuffer.wrap(block));
    for (byte b : block) {
      if (b != 0 && b != ' ') {
        throw NightjarException.of(
            StandardError.CORRUPT,
            "at byte "
                + position
                + " stands neither an extension nor the end of the file ("
                + (bytes.length() - position)
                + " bytes left)",
            place(index),
            AGAIN);
      }
    }
  }

  private String place(int index) {
    return bytes.name() + ", HDU " + index;
  }

  private Hdu hdu(int index, long position) throws NightjarException {
    HeaderScanner.Scanned scanned = new HeaderScanner(bytes, place(index)).scan(position);
    Header header = scanned.header();
    if (index == 0 && !header.flag("SIMPLE")) {
      throw header.unsupported("SIMPLE is not T", "Convert the file to standard FITS");
    }
    long length = dataLength(header, index);
    Hdu hdu = new Hdu(index, type(header, index, length), header, position, scanned.end(), length);
    if (hdu.type().image()) {
      hdu.bitpix();
      hdu.axes();
    }
    if (hdu.end() > bytes.length()) {
      throw NightjarException.of(
          StandardError.TRUNCATED,
          "expected "
              + hdu.end()
              + " bytes up to the end of this HDU ("
              + length
              + " of data, padded to blocks of 2880), found "
              + bytes.length(),
          place(index),
          AGAIN);
    }
    return hdu;
  }

  private static long dataLength(Header header, int index) throws NightjarException {
    long bitpix = Math.abs(header.required("BITPIX", -64, 64));
    if (bitpix % 8 != 0 || Long.bitCount(bitpix) != 1) {
      throw header.corrupt("BITPIX is " + header.required("BITPIX", -64, 64));
    }
    int axes = (int) header.required("NAXIS", 0, 999);
    boolean groups = header.flag("GROUPS") && axes > 0 && header.required("NAXIS1", 0, 0) == 0;
    try {
      long elements = axes == 0 ? 0 : 1;
      for (int i = groups ? 2 : 1; i <= axes; i++) {
        elements =
            Math.multiplyExact(elements, header.required("NAXIS" + i, 0, Long.MAX_VALUE >> 1));
      }
      boolean counted = index > 0 || groups;
      long parameters = counted ? header.optional("PCOUNT", 0, 0, Long.MAX_VALUE >> 1) : 0;
      long count = counted ? header.optional("GCOUNT", 1, 0, Long.MAX_VALUE >> 1) : 1;
      long bits = Math.multiplyExact(count, Math.addExact(parameters, elements));
      long length = Math.multiplyExact(bits, bitpix / 8);
      if (length > Long.MAX_VALUE >> 2) {
        throw new ArithmeticException("beyond any file");
      }
      return length;
    } catch (ArithmeticException e) {
      throw new NightjarException(
          NightjarException.of(
                  StandardError.TOO_LARGE,
                  "the sizes in the header multiply to more bytes than any file has",
                  header.place(),
                  AGAIN)
              .problem(),
          e);
    }
  }

  private static HduType type(Header header, int index, long length) {
    if (index == 0) {
      if (length == 0) {
        return HduType.EMPTY;
      }
      return header.flag("GROUPS") ? HduType.OTHER : HduType.IMAGE;
    }
    return switch (header.text("XTENSION").orElse("")) {
      case "IMAGE", "IUEIMAGE" -> length == 0 ? HduType.EMPTY : HduType.IMAGE;
      case "BINTABLE", "A3DTABLE" ->
          header.flag("ZIMAGE") ? HduType.TILED_IMAGE : HduType.BINARY_TABLE;
      case "TABLE" -> HduType.TEXT_TABLE;
      default -> HduType.OTHER;
    };
  }
}
