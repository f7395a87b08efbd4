package org.nightjar.fits.internal.tile;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Region;
import org.nightjar.fits.internal.bytes.Bytes;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.internal.image.PixelCoding;
import org.nightjar.fits.internal.image.PixelStore;

/** Pixels of a tiled image: decodes the tiles that a region touches, straight into the target. */
public final class TiledPixels implements PixelStore {
  /** Pixels of tiles that one thread decodes in one go. */
  private static final int PIECE_PIXELS = 1 << 17;

  private static final int PIECE_TILES = 256;

  /** Requests of fewer pixels are not worth a second thread. */
  private static final int LARGE = 1 << 18;

  /** Bytes between two tiles that are read rather than left out. */
  private static final int GAP = 4096;

  private static final long FREE_BYTES = 64L << 20;

  private final String place;
  private final TileGrid grid;
  private final TileTable table;
  private final TileDecoder decoder;
  private final TileWorkers workers;
  private final TileCache cache = new TileCache();

  /**
   * The pixels of a tiled image.
   *
   * @throws NightjarException CORRUPT, TOO_LARGE or UNSUPPORTED for a header or table that does not
   *     describe tiles that can be decoded
   */
  public TiledPixels(Hdu hdu, Bytes bytes, PixelCoding coding, TileWorkers workers)
      throws NightjarException {
    this.place = hdu.header().place();
    this.grid = TileGrid.of(hdu);
    this.table = new TileTable(hdu, bytes);
    this.decoder = new TileDecoder(hdu.header(), bytes, coding, table.scaled());
    this.workers = workers;
    requireTiles(hdu, coding);
  }

  private void requireTiles(Hdu hdu, PixelCoding coding) throws NightjarException {
    try {
      if (grid.tiles() != table.tiles()) {
        throw hdu.header()
            .corrupt(
                "an image of " + grid.tiles() + " tiles in a table of " + table.tiles() + " rows");
      }
      long size = Math.multiplyExact(grid.pixels(), (long) coding.bytes());
      if (size > FREE_BYTES && size / TileDecoder.MOST_SWELLING > hdu.dataLength()) {
        throw tooLarge(hdu, size + " bytes of pixels", null);
      }
    } catch (ArithmeticException e) {
      throw tooLarge(hdu, "more pixels than can be counted", e);
    }
  }

  private NightjarException tooLarge(Hdu hdu, String claim, Exception cause) {
    return new NightjarException(
        NightjarException.of(
                StandardError.TOO_LARGE,
                hdu.dataLength() + " bytes of tiles claim to hold " + claim,
                place,
                "Check ZNAXIS in the header")
            .problem(),
        cause);
  }

  @Override
  public int tileWidth() {
    return grid.tileWidth();
  }

  @Override
  public int tileHeight() {
    return grid.tileHeight();
  }

  @Override
  public void read(Region region, FloatBuffer target) throws NightjarException {
    decode(region, TileTargets.of(target));
    target.position(target.position() + (int) region.size());
  }

  @Override
  public void read(Region region, DoubleBuffer target) throws NightjarException {
    decode(region, TileTargets.of(target));
    target.position(target.position() + (int) region.size());
  }

  @Override
  public void read(Region region, IntBuffer target) throws NightjarException {
    decoder.whole().require();
    decode(region, TileTargets.of(target, decoder.whole()));
    target.position(target.position() + (int) region.size());
  }

  @Override
  public void read(Region region, LongBuffer target) throws NightjarException {
    decoder.whole().require();
    decode(region, TileTargets.of(target));
    target.position(target.position() + (int) region.size());
  }

  private void decode(Region region, TileTarget target) throws NightjarException {
    if (region.size() == 0) {
      return;
    }
    TileCover cover = new TileCover(grid, region);
    int perPiece = Math.max(1, Math.min(PIECE_TILES, PIECE_PIXELS / grid.tilePixels()));
    int pieces = (cover.count() + perPiece - 1) / perPiece;
    boolean large = (long) cover.count() * grid.tilePixels() >= LARGE;
    workers.run(
        pieces,
        large,
        place,
        (index, scratch) -> {
          int first = index * perPiece;
          piece(cover, first, Math.min(cover.count(), first + perPiece), target, scratch);
        });
  }

  private void piece(TileCover cover, int first, int end, TileTarget target, TileScratch scratch)
      throws NightjarException {
    Tile[] tiles = new Tile[end - first];
    TileRow[] rows = new TileRow[end - first];
    long last = cover.tile(end - 1).index();
    for (int i = 0; i < tiles.length; i++) {
      tiles[i] = cover.tile(first + i);
      rows[i] = table.row(tiles[i].index(), last, scratch.rows);
    }
    for (int i = 0; i < tiles.length; i++) {
      Tile tile = tiles[i];
      boolean partial = tile.height() > 1 && !cover.covers(tile);
      TileValues values = partial ? cache.get(tile.index()) : null;
      if (values == null) {
        values = decoder.decode(tile, rows[i], ahead(rows, i), scratch);
        if (partial) {
          cache.put(tile.index(), values);
          scratch.release();
        }
      }
      cover.copy(tile, values, target, scratch);
    }
  }

  /** How much to read at once: up to the end of the tiles that lie one after the other. */
  private static int ahead(TileRow[] rows, int from) {
    long start = rows[from].position();
    long end = start + rows[from].length();
    for (int i = from + 1; i < rows.length; i++) {
      long next = rows[i].position();
      long nextEnd = next + rows[i].length();
      if (next < end || next > end + GAP || nextEnd - start > ByteWindow.BLOCK) {
        break;
      }
      end = nextEnd;
    }
    return (int) (end - start);
  }
}
