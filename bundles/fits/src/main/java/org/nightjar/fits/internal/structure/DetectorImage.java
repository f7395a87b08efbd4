package org.nightjar.fits.internal.structure;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Amplifier;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.PixelType;
import org.nightjar.api.product.PlaneRole;
import org.nightjar.api.product.Region;
import org.nightjar.api.product.TileVisitor;

/**
 * An image with what its file says of it besides the pixels.
 *
 * @param pixels the image itself
 * @param companions the planes beside it
 * @param amplifiers what it is read through
 */
record DetectorImage(
    ImagePart pixels, Map<PlaneRole, ImagePart> companions, List<Amplifier> amplifiers)
    implements ImagePart {
  DetectorImage {
    companions = Map.copyOf(companions);
    amplifiers = List.copyOf(amplifiers);
  }

  @Override
  public PartInfo info() {
    return pixels.info();
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
    return pixels.planes();
  }

  @Override
  public PixelType pixelType() {
    return pixels.pixelType();
  }

  @Override
  public Optional<ImagePart> plane(PlaneRole role) {
    return Optional.ofNullable(companions.get(role));
  }

  @Override
  public void read(Region region, FloatBuffer target) throws NightjarException {
    pixels.read(region, target);
  }

  @Override
  public void read(Region region, DoubleBuffer target) throws NightjarException {
    pixels.read(region, target);
  }

  @Override
  public void read(Region region, IntBuffer target) throws NightjarException {
    pixels.read(region, target);
  }

  @Override
  public void read(Region region, LongBuffer target) throws NightjarException {
    pixels.read(region, target);
  }

  @Override
  public void forEachTile(TileVisitor visitor) throws NightjarException {
    pixels.forEachTile(visitor);
  }
}
