package org.nightjar.testkit;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Amplifier;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.PixelType;
import org.nightjar.api.product.PlaneRole;
import org.nightjar.api.product.Region;
import org.nightjar.api.product.TileVisitor;

/** An image whose pixels lie behind a gate and whose tiles cannot be written. */
record GuardedImage(ImagePart image, PixelGate gate) implements ImagePart {

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
    return image.planes();
  }

  @Override
  public PixelType pixelType() {
    return image.pixelType();
  }

  @Override
  public Optional<ImagePart> plane(PlaneRole role) {
    return image.plane(role).map(plane -> new GuardedImage(plane, gate));
  }

  @Override
  public List<Amplifier> amplifiers() {
    return image.amplifiers();
  }

  @Override
  public void read(Region region, FloatBuffer target) throws NightjarException {
    gate.pass();
    image.read(region, target);
  }

  @Override
  public void read(Region region, DoubleBuffer target) throws NightjarException {
    gate.pass();
    image.read(region, target);
  }

  @Override
  public void read(Region region, IntBuffer target) throws NightjarException {
    gate.pass();
    image.read(region, target);
  }

  @Override
  public void read(Region region, LongBuffer target) throws NightjarException {
    gate.pass();
    image.read(region, target);
  }

  @Override
  public void forEachTile(TileVisitor visitor) throws NightjarException {
    gate.pass();
    image.forEachTile((region, pixels) -> visitor.visit(region, pixels.asReadOnlyBuffer()));
  }
}
