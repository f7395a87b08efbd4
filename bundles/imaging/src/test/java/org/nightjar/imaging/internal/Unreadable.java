package org.nightjar.imaging.internal;

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

/** An image that has lost its pixels: single precision, as tasks read it, fails. */
record Unreadable(ImagePart image) implements ImagePart {

  @Override
  public PartInfo info() {
    return image.info();
  }

  @Override
  public int width() {
    return image.width();
  }

  @Override
  public int height() {
    return image.height();
  }

  @Override
  public int planes() {
    return 1;
  }

  @Override
  public PixelType pixelType() {
    return image.pixelType();
  }

  @Override
  public void read(Region region, FloatBuffer target) throws NightjarException {
    throw NightjarException.of(StandardError.TRUNCATED, "the file ends here", "S1", "");
  }

  @Override
  public void read(Region region, DoubleBuffer target) throws NightjarException {
    image.read(region, target);
  }

  @Override
  public void read(Region region, IntBuffer target) throws NightjarException {
    image.read(region, target);
  }

  @Override
  public void read(Region region, LongBuffer target) throws NightjarException {
    image.read(region, target);
  }

  @Override
  public void forEachTile(TileVisitor visitor) throws NightjarException {
    image.forEachTile(visitor);
  }
}
