package org.nightjar.fits.internal.file;

import java.util.List;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.PartInfo;
import org.nightjar.fits.internal.bytes.BlockPool;
import org.nightjar.fits.internal.bytes.Bytes;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.internal.header.HduType;
import org.nightjar.fits.internal.image.FilePixels;
import org.nightjar.fits.internal.image.FitsImage;
import org.nightjar.fits.internal.image.ImageShape;
import org.nightjar.fits.internal.image.PixelCoding;
import org.nightjar.fits.internal.image.PixelStore;
import org.nightjar.fits.internal.tile.TileWorkers;
import org.nightjar.fits.internal.tile.TiledPixels;

/** An open FITS file: its bytes, and the HDUs found in them. */
public final class FitsFile implements AutoCloseable {
  private final Bytes bytes;
  private final List<Hdu> hdus;
  private final TileWorkers tiles;
  private final BlockPool blocks = new BlockPool();

  FitsFile(Bytes bytes, List<Hdu> hdus, TileWorkers tiles) {
    this.bytes = bytes;
    this.hdus = List.copyOf(hdus);
    this.tiles = tiles;
  }

  /** The file's bytes, unpacked. */
  public Bytes bytes() {
    return bytes;
  }

  /** All HDUs in order. */
  public List<Hdu> hdus() {
    return hdus;
  }

  /**
   * The HDU at this place.
   *
   * @throws NightjarException NOT_FOUND if there is none
   */
  public Hdu hdu(int index) throws NightjarException {
    if (index < 0 || index >= hdus.size()) {
      throw NightjarException.of(
          StandardError.NOT_FOUND,
          "no HDU " + index,
          bytes.name(),
          "It has HDUs 0 to " + (hdus.size() - 1));
    }
    return hdus.get(index);
  }

  /** The image of an HDU. */
  public FitsImage image(Hdu hdu, PartInfo info) throws NightjarException {
    requireImage(hdu);
    return image(hdu, info, PixelCoding.of(hdu));
  }

  /** The image of an HDU as it is stored: as if there were neither BSCALE, BZERO nor BLANK. */
  public FitsImage stored(Hdu hdu) throws NightjarException {
    requireImage(hdu);
    PixelCoding plain = new PixelCoding(hdu.bitpix(), 1, 0, OptionalLong.empty());
    return image(hdu, new PartInfo("hdu" + hdu.index(), 0, Facts.NONE), plain);
  }

  private void requireImage(Hdu hdu) throws NightjarException {
    if (!hdu.type().image()) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "HDU " + hdu.index() + " holds no image (" + hdu.type().word() + ")",
          bytes.name(),
          "'nightjar fits info' lists what the file holds");
    }
  }

  private FitsImage image(Hdu hdu, PartInfo info, PixelCoding coding) throws NightjarException {
    ImageShape shape = ImageShape.of(hdu);
    PixelStore store =
        hdu.type() == HduType.TILED_IMAGE
            ? new TiledPixels(hdu, bytes, coding, tiles)
            : new FilePixels(hdu, bytes, blocks, coding, shape);
    return new FitsImage(info, hdu.header().place(), shape, coding, store);
  }

  @Override
  public void close() {
    bytes.close();
  }
}
