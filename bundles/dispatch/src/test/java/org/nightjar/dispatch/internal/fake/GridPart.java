package org.nightjar.dispatch.internal.fake;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.PixelType;
import org.nightjar.api.product.Region;
import org.nightjar.api.product.TileVisitor;

/** 64 x 64 pixels whose values are their index. */
public record GridPart(int index, AtomicInteger decoded) implements ImagePart {
  private static final int SIDE = 64;

  @Override
  public PartInfo info() {
    return new PartInfo("part" + index, index, Facts.NONE);
  }

  @Override
  public int width() {
    return SIDE;
  }

  @Override
  public int height() {
    return SIDE;
  }

  @Override
  public int planes() {
    return 1;
  }

  @Override
  public PixelType pixelType() {
    return PixelType.FLOAT;
  }

  @Override
  public void read(Region region, FloatBuffer target) {
    decoded.incrementAndGet();
    for (int y = region.y0(); y < region.y1(); y++) {
      for (int x = region.x0(); x < region.x1(); x++) {
        target.put(y * SIDE + x);
      }
    }
  }

  @Override
  public void read(Region region, DoubleBuffer target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void read(Region region, IntBuffer target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void read(Region region, LongBuffer target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void forEachTile(TileVisitor visitor) {
    throw new UnsupportedOperationException();
  }
}
