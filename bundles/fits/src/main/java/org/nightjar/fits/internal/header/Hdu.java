package org.nightjar.fits.internal.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;

/**
 * One HDU, its header read and its size known to fit into the file.
 *
 * @param index place in the file; 0 is the primary one
 * @param type what it holds
 * @param header its cards
 * @param start first byte of its header
 * @param dataStart first byte of its data
 * @param dataLength bytes of data, without padding
 */
public record Hdu(
    int index, HduType type, Header header, long start, long dataStart, long dataLength) {

  /** First byte after the HDU, padding included. */
  public long end() {
    return dataStart
        + (dataLength + HeaderScanner.BLOCK - 1) / HeaderScanner.BLOCK * HeaderScanner.BLOCK;
  }

  /** Axes of the image, fastest first; of a tiled one, those of the image it holds. */
  public List<Integer> axes() throws NightjarException {
    String prefix = type == HduType.TILED_IMAGE ? "Z" : "";
    int count = (int) header.required(prefix + "NAXIS", 0, 999);
    List<Integer> axes = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      axes.add((int) header.required(prefix + "NAXIS" + i, 0, Integer.MAX_VALUE - 8));
    }
    return axes;
  }

  /** BITPIX of the image, tiled or not. */
  public int bitpix() throws NightjarException {
    String keyword = type == HduType.TILED_IMAGE ? "ZBITPIX" : "BITPIX";
    int bitpix = (int) header.required(keyword, -64, 64);
    return switch (bitpix) {
      case 8, 16, 32, 64, -32, -64 -> bitpix;
      default -> throw header.corrupt(keyword + " is " + bitpix);
    };
  }

  /** The name that the file gives it: EXTNAME or CCDNAME. */
  public Optional<String> name() {
    return header
        .text("EXTNAME")
        .filter(name -> !name.equals("COMPRESSED_IMAGE"))
        .or(() -> header.text("CCDNAME"));
  }
}
