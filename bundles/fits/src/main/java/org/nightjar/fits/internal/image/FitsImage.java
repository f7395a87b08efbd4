package org.nightjar.fits.internal.image;

import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.PixelType;
import org.nightjar.api.product.Region;
import org.nightjar.api.product.TileVisitor;
import org.nightjar.fits.internal.bytes.BlockPool;
import org.nightjar.fits.internal.bytes.Bytes;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.internal.header.HduType;

/** An image HDU as a part, plain or in compressed tiles. */
public final class FitsImage implements ImagePart {
  private static final int TILE_PIXELS = 1 << 18;

  private final PartInfo info;
  private final String place;
  private final int width;
  private final int height;
  private final int planes;
  private final PixelCoding coding;
  private final PixelStore store;

  /**
   * The image of an HDU.
   *
   * @throws NightjarException TOO_LARGE for more planes than an int counts; CORRUPT or UNSUPPORTED
   *     for a header that describes no readable image
   */
  public FitsImage(Hdu hdu, PartInfo info, Bytes bytes, BlockPool blocks, TileDecoder tiles)
      throws NightjarException {
    this.info = info;
    this.place = hdu.header().place();
    List<Integer> axes = hdu.axes();
    this.width = axes.isEmpty() ? 0 : axes.get(0);
    this.height = axes.isEmpty() ? 0 : axes.size() == 1 ? 1 : axes.get(1);
    this.planes = planes(hdu, axes);
    this.coding = PixelCoding.of(hdu);
    this.store =
        hdu.type() == HduType.TILED_IMAGE
            ? new TiledPixels(hdu, bytes, tiles, coding.bytes(), width, height, planes)
            : new FilePixels(bytes, blocks, hdu.dataStart(), coding.bytes(), width, height);
  }

  private static int planes(Hdu hdu, List<Integer> axes) throws NightjarException {
    long planes = 1;
    for (int i = 2; i < axes.size(); i++) {
      planes *= axes.get(i);
      if (planes > Integer.MAX_VALUE) {
        throw NightjarException.of(
            StandardError.TOO_LARGE, "more planes than can be", hdu.header().place(), "");
      }
    }
    return (int) planes;
  }

  @Override
  public PartInfo info() {
    return info;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public int planes() {
    return planes;
  }

  @Override
  public PixelType pixelType() {
    return coding.type();
  }

  /** How pixels are stored. */
  public PixelCoding coding() {
    return coding;
  }

  @Override
  public void read(Region region, FloatBuffer target) throws NightjarException {
    store.feed(checked(region, target), new FloatDecoder(coding, target));
  }

  @Override
  public void read(Region region, DoubleBuffer target) throws NightjarException {
    store.feed(checked(region, target), new DoubleDecoder(coding, target));
  }

  @Override
  public void read(Region region, IntBuffer target) throws NightjarException {
    IntegerDecoder decoder =
        new IntegerDecoder(
            coding,
            place,
            pixel -> {
              if (pixel != (int) pixel) {
                throw IntegerDecoder.tooWide(place);
              }
              target.put((int) pixel);
            });
    store.feed(checked(region, target), decoder);
  }

  @Override
  public void read(Region region, LongBuffer target) throws NightjarException {
    store.feed(checked(region, target), new IntegerDecoder(coding, place, target::put));
  }

  @Override
  public void forEachTile(TileVisitor visitor) throws NightjarException {
    if (width == 0 || planes == 0) {
      return;
    }
    int rows = Math.max(1, Math.min(height, TILE_PIXELS / width));
    FloatBuffer tile = FloatBuffer.allocate(Math.multiplyExact(rows, width));
    for (int y = 0; y < height; y += rows) {
      Region region = Region.of(0, y, width, Math.min(height, y + rows));
      read(region, tile.clear());
      visitor.visit(region, tile.flip());
    }
  }

  private Region checked(Region region, Buffer target) throws NightjarException {
    if (region.x1() > width || region.y1() > height || region.plane() >= planes) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          region + " lies outside the image of " + width + " x " + height + " x " + planes,
          place,
          "Ask for a region within the image");
    }
    if (target.remaining() < region.size()) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "the buffer has room for " + target.remaining() + " of " + region.size() + " pixels",
          place,
          "Give a larger buffer");
    }
    return region;
  }
}
