package org.nightjar.fits.internal.tile;

import java.nio.ByteBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.fits.internal.bytes.Bytes;
import org.nightjar.fits.internal.header.Header;
import org.nightjar.fits.internal.image.PixelCoding;
import org.nightjar.fits.internal.image.WholePixels;

/** Decodes single tiles of one image. */
final class TileDecoder {
  /** Below this the swelling does not matter. */
  private static final long FREE_BYTES = 64L << 20;

  /** H-compress makes some 25 bytes of a constant tile; nothing real packs better than this. */
  static final long MOST_SWELLING = 50_000;

  private static final int MOST_BYTES = Integer.MAX_VALUE - 64;

  private final Header header;
  private final Bytes bytes;
  private final PixelCoding coding;
  private final WholePixels whole;
  private final Compression compression;
  private final IntCodec codec;
  private final boolean quantised;
  private final Quantisation quantisation;

  /**
   * A decoder.
   *
   * @param scaled whether tiles have a scale
   */
  TileDecoder(Header header, Bytes bytes, PixelCoding coding, boolean scaled)
      throws NightjarException {
    this.header = header;
    this.bytes = bytes;
    this.coding = coding;
    this.whole = new WholePixels(coding, header.place());
    this.compression = Compression.of(header);
    this.codec = compression.codec(header);
    boolean none = header.text("ZQUANTIZ").filter("NONE"::equals).isPresent();
    this.quantised = coding.bitpix() < 0 && scaled && !(none && compression.ofBytes());
    this.quantisation = quantised ? Quantisation.of(header) : null;
    if (coding.bitpix() < 0 && !quantised && !compression.ofBytes()) {
      throw header.corrupt("floats packed by " + compression + " without a scale");
    }
  }

  WholePixels whole() {
    return whole;
  }

  /**
   * Decodes a tile.
   *
   * @param ahead bytes to read from the file at once, for the tiles that follow
   * @return its pixels; they lie in the scratch
   * @throws NightjarException of category DATA for damaged tiles, with file, HDU, tile and byte
   */
  TileValues decode(Tile tile, TileRow row, int ahead, TileScratch scratch)
      throws NightjarException {
    long size = (long) tile.pixels() * Math.max(4, coding.bytes());
    if (size > MOST_BYTES
        || size > FREE_BYTES && size / MOST_SWELLING > Math.max(1, row.length())) {
      throw NightjarException.of(
          StandardError.TOO_LARGE,
          row.length() + " bytes of tile " + tile.index() + " claim to hold " + size + " bytes",
          header.place(),
          "Check ZNAXIS and ZTILE in the header");
    }
    int at = scratch.heap.load(bytes, row.position(), row.length(), ahead);
    TileStream in = new TileStream(scratch.heap.array(), at, row.length());
    try {
      return values(in, tile, row, scratch);
    } catch (DamagedStreamException e) {
      throw new NightjarException(
          NightjarException.of(
                  e.code(),
                  "tile "
                      + tile.index()
                      + ", byte "
                      + (row.position() + e.at())
                      + ": "
                      + e.getMessage(),
                  header.place(),
                  "Fetch the file again; if it is the same, write it again")
              .problem(),
          e);
    }
  }

  private TileValues values(TileStream in, Tile tile, TileRow row, TileScratch scratch)
      throws DamagedStreamException {
    int pixels = tile.pixels();
    boolean packed = row.store() == TileRow.Store.PACKED;
    if (packed && codec != null) {
      codec.decode(in, pixels, scratch);
      return ints(scratch.ints(pixels), tile, row);
    }
    boolean real = coding.bitpix() < 0 && !(packed && quantised);
    boolean plain =
        row.store() == TileRow.Store.PLAIN || packed && compression == Compression.NOCOMPRESS;
    byte[] stored;
    int length;
    if (plain) {
      length = in.length();
      stored = scratch.bytes(length);
      System.arraycopy(in.bytes(), in.from(), stored, 0, length);
    } else {
      int expected = pixels * (real || coding.bitpix() > 0 ? coding.bytes() : 4);
      int most = pixels * (real ? coding.bytes() : Math.max(4, coding.bytes()));
      length = scratch.gunzip.inflate(in, expected, most, scratch);
      stored = scratch.bytes(length);
    }
    int width = width(length, pixels, real);
    if (packed && compression == Compression.GZIP_2 && width > 1) {
      byte[] joined = scratch.joined(length);
      Gunzip.unshuffle(stored, joined, pixels, width);
      stored = joined;
    }
    ByteBuffer view = ByteBuffer.wrap(stored, 0, length).slice();
    if (real) {
      return new RealValues(view, coding, whole);
    }
    if (width == 8) {
      long[] longs = scratch.longs(pixels);
      view.asLongBuffer().get(longs, 0, pixels);
      return new LongValues(longs, coding(row), whole);
    }
    return ints(widened(view, width, scratch.ints(pixels), pixels), tile, row);
  }

  private int width(int length, int pixels, boolean real) throws DamagedStreamException {
    int width = length % pixels == 0 ? length / pixels : 0;
    boolean right =
        real
            ? width == coding.bytes()
            : width == 1 || width == 2 || width == 4 || width == 8 && coding.bitpix() == 64;
    if (!right) {
      throw DamagedStreamException.corrupt(
          0, "a tile of " + pixels + " pixels in " + length + " bytes");
    }
    return width;
  }

  private static int[] widened(ByteBuffer stored, int width, int[] out, int pixels) {
    switch (width) {
      case 1 -> {
        for (int i = 0; i < pixels; i++) {
          out[i] = stored.get(i) & 0xff;
        }
      }
      case 2 -> {
        for (int i = 0; i < pixels; i++) {
          out[i] = stored.getShort(2 * i);
        }
      }
      default -> stored.asIntBuffer().get(out, 0, pixels);
    }
    return out;
  }

  private TileValues ints(int[] stored, Tile tile, TileRow row) {
    return quantised
        ? new QuantisedValues(stored, tile.index(), row, quantisation, coding, whole)
        : new IntValues(stored, coding(row), whole);
  }

  private PixelCoding coding(TileRow row) {
    return new PixelCoding(coding.bitpix(), coding.scale(), coding.zero(), row.blank());
  }
}
