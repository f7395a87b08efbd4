package org.nightjar.fits.internal.image;

import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.PixelType;
import org.nightjar.api.product.Region;
import org.nightjar.api.product.TileVisitor;

/** An image HDU as a part, plain or in compressed tiles. */
public final class FitsImage implements ImagePart {
  private final PartInfo info;
  private final String place;
  private final ImageShape shape;
  private final PixelCoding coding;
  private final PixelStore store;

  /**
   * The image of an HDU.
   *
   * @param place file and HDU, for messages
   */
  public FitsImage(
      PartInfo info, String place, ImageShape shape, PixelCoding coding, PixelStore store) {
    this.info = info;
    this.place = place;
    this.shape = shape;
    this.coding = coding;
    this.store = store;
  }

  @Override
  public PartInfo info() {
    return info;
  }

  @Override
  public int width() {
    return shape.width();
  }

  @Override
  public int height() {
    return shape.height();
  }

  @Override
  public int planes() {
    return shape.planes();
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
    store.read(checked(region, target), target);
  }

  @Override
  public void read(Region region, DoubleBuffer target) throws NightjarException {
    store.read(checked(region, target), target);
  }

  @Override
  public void read(Region region, IntBuffer target) throws NightjarException {
    store.read(checked(region, target), target);
  }

  @Override
  public void read(Region region, LongBuffer target) throws NightjarException {
    store.read(checked(region, target), target);
  }

  @Override
  public void forEachTile(TileVisitor visitor) throws NightjarException {
    int width = shape.width();
    int height = shape.height();
    if (width == 0 || height == 0 || shape.planes() == 0) {
      return;
    }
    int columns = store.tileWidth();
    int rows = store.tileHeight();
    FloatBuffer tile = FloatBuffer.allocate(Math.multiplyExact(rows, columns));
    for (int y = 0; y < height; y += rows) {
      for (int x = 0; x < width; x += columns) {
        Region region = Region.of(x, y, Math.min(width, x + columns), Math.min(height, y + rows));
        read(region, tile.clear());
        visitor.visit(region, tile.flip());
      }
    }
  }

  private Region checked(Region region, Buffer target) throws NightjarException {
    if (region.x1() > shape.width()
        || region.y1() > shape.height()
        || region.plane() >= shape.planes()) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          region + " lies outside the image of " + shape,
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
