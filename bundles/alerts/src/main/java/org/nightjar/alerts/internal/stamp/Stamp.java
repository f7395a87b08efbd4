package org.nightjar.alerts.internal.stamp;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.function.DoubleConsumer;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.PixelType;
import org.nightjar.api.product.Region;
import org.nightjar.api.product.TileVisitor;

/** A stamp of an alert as a part. */
public final class Stamp implements ImagePart {
  private final PartInfo info;
  private final String place;
  private final StampPixels pixels;

  private Stamp(PartInfo info, String place, StampPixels pixels) {
    this.info = info;
    this.place = place;
    this.pixels = pixels;
  }

  /** Whether these bytes are a FITS stamp, packed or not. */
  public static boolean recognises(ByteBuffer bytes) {
    return GzipBytes.recognises(bytes) || (bytes.hasRemaining() && first(bytes) == 'S');
  }

  /** Whether these bytes are a JPEG picture. */
  public static boolean picture(ByteBuffer bytes) {
    return bytes.remaining() > 2 && first(bytes) == 0xff;
  }

  private static int first(ByteBuffer bytes) {
    return bytes.get(bytes.position()) & 0xff;
  }

  /**
   * Decodes a stamp.
   *
   * @throws NightjarException of category DATA if it is damaged
   */
  public static Stamp decode(ByteBuffer bytes, PartInfo info, String place)
      throws NightjarException {
    String where = place + ", stamp " + info.name();
    ByteBuffer fits = GzipBytes.recognises(bytes) ? GzipBytes.unpack(bytes, where) : bytes.slice();
    return new Stamp(info, where, StampFits.decode(fits, where));
  }

  @Override
  public PartInfo info() {
    return info;
  }

  @Override
  public int width() {
    return pixels.width();
  }

  @Override
  public int height() {
    return pixels.height();
  }

  @Override
  public int planes() {
    return 1;
  }

  @Override
  public PixelType pixelType() {
    return pixels.type();
  }

  @Override
  public void read(Region region, FloatBuffer target) throws NightjarException {
    each(region, target, value -> target.put((float) value));
  }

  @Override
  public void read(Region region, DoubleBuffer target) throws NightjarException {
    each(region, target, target::put);
  }

  @Override
  public void read(Region region, IntBuffer target) throws NightjarException {
    requireWhole(pixels.type() == PixelType.INT);
    each(region, target, value -> target.put((int) value));
  }

  @Override
  public void read(Region region, LongBuffer target) throws NightjarException {
    requireWhole(pixels.type() == PixelType.INT || pixels.type() == PixelType.LONG);
    each(region, target, value -> target.put((long) value));
  }

  @Override
  public void forEachTile(TileVisitor visitor) throws NightjarException {
    FloatBuffer all = FloatBuffer.allocate(pixels.count());
    read(region(), all);
    visitor.visit(region(), all.flip());
  }

  private void requireWhole(boolean fits) throws NightjarException {
    if (!fits) {
      throw bad("its pixels are " + pixels.type() + ", not such integers");
    }
  }

  private void each(Region region, Buffer target, DoubleConsumer put) throws NightjarException {
    if (region.plane() > 0 || region.x1() > width() || region.y1() > height()) {
      throw bad(region + " lies outside " + width() + " x " + height() + " pixels");
    }
    if (target.remaining() < region.size()) {
      throw bad("the buffer has room for " + target.remaining() + " of " + region.size());
    }
    for (int y = region.y0(); y < region.y1(); y++) {
      for (int x = region.x0(); x < region.x1(); x++) {
        put.accept(pixels.at(x, y));
      }
    }
  }

  private NightjarException bad(String message) {
    return Damage.of(StandardError.BAD_ARGUMENT, message, place, "");
  }
}
