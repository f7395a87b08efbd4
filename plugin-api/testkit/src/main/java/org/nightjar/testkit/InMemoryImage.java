package org.nightjar.testkit;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Amplifier;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.PixelType;
import org.nightjar.api.product.PlaneRole;
import org.nightjar.api.product.Region;
import org.nightjar.api.product.TileVisitor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An image of one plane, held in memory and never changed. Integer readers answer for images made
 * from integers, and refuse the others as a reader of files would.
 */
@ProviderType
public final class InMemoryImage implements ImagePart {

  private static final int ROWS_PER_TILE = 64;

  private final PartInfo info;
  private final int width;
  private final PixelType type;
  private final double[] pixels;
  private final Map<PlaneRole, ImagePart> planes;
  private final List<Amplifier> amplifiers;

  private InMemoryImage(PartInfo info, int width, PixelType type, double[] pixels) {
    this(info, width, type, pixels, Map.of(), List.of());
  }

  private InMemoryImage(
      PartInfo info,
      int width,
      PixelType type,
      double[] pixels,
      Map<PlaneRole, ImagePart> planes,
      List<Amplifier> amplifiers) {
    if (width < 0 || (width == 0 ? pixels.length > 0 : pixels.length % width != 0)) {
      throw new IllegalArgumentException(
          pixels.length + " pixels do not fill rows of " + width + " columns");
    }
    this.info = info;
    this.width = width;
    this.type = type;
    this.pixels = pixels;
    this.planes = Map.copyOf(planes);
    this.amplifiers = List.copyOf(amplifiers);
  }

  /** An image of single precision; rows of {@code width}, the lowest first. */
  public static InMemoryImage of(String name, int width, float... pixels) {
    double[] copy = new double[pixels.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = pixels[i];
    }
    return new InMemoryImage(new PartInfo(name, 0, Facts.NONE), width, PixelType.FLOAT, copy);
  }

  /** An image of integers; rows of {@code width}, the lowest first. */
  public static InMemoryImage ofIntegers(String name, int width, int... pixels) {
    double[] copy = new double[pixels.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = pixels[i];
    }
    return new InMemoryImage(new PartInfo(name, 0, Facts.NONE), width, PixelType.INT, copy);
  }

  /** The same image with one more fact; {@code null} removes it. */
  public InMemoryImage with(String fact, Object value) {
    return with(info.facts().with(fact, value));
  }

  /** The same image with these facts. */
  public InMemoryImage with(Facts facts) {
    return with(new PartInfo(info.name(), info.index(), facts));
  }

  /** The same image with a companion plane. */
  public InMemoryImage with(PlaneRole role, ImagePart plane) {
    Map<PlaneRole, ImagePart> more = new EnumMap<>(PlaneRole.class);
    more.putAll(planes);
    more.put(role, plane);
    return new InMemoryImage(info, width, type, pixels, more, amplifiers);
  }

  /** The same image, read through these amplifiers. */
  public InMemoryImage with(Amplifier... read) {
    return new InMemoryImage(info, width, type, pixels, planes, List.of(read));
  }

  private InMemoryImage with(PartInfo other) {
    return new InMemoryImage(other, width, type, pixels, planes, amplifiers);
  }

  InMemoryImage at(int index) {
    return with(new PartInfo(info.name(), index, info.facts()));
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
    return width == 0 ? 0 : pixels.length / width;
  }

  @Override
  public int planes() {
    return 1;
  }

  @Override
  public PixelType pixelType() {
    return type;
  }

  @Override
  public Optional<ImagePart> plane(PlaneRole role) {
    return Optional.ofNullable(planes.get(role));
  }

  @Override
  public List<Amplifier> amplifiers() {
    return amplifiers;
  }

  @Override
  public void read(Region region, FloatBuffer target) throws NightjarException {
    copy(region, target.remaining(), value -> target.put((float) value));
  }

  @Override
  public void read(Region region, DoubleBuffer target) throws NightjarException {
    copy(region, target.remaining(), target::put);
  }

  @Override
  public void read(Region region, IntBuffer target) throws NightjarException {
    integersOnly();
    copy(region, target.remaining(), value -> target.put((int) value));
  }

  @Override
  public void read(Region region, LongBuffer target) throws NightjarException {
    integersOnly();
    copy(region, target.remaining(), value -> target.put((long) value));
  }

  @Override
  public void forEachTile(TileVisitor visitor) throws NightjarException {
    for (int y = 0; y < height(); y += ROWS_PER_TILE) {
      Region tile = Region.of(0, y, width, Math.min(height(), y + ROWS_PER_TILE));
      FloatBuffer values = FloatBuffer.allocate((int) tile.size());
      read(tile, values);
      visitor.visit(tile, values.flip().asReadOnlyBuffer());
    }
  }

  private void integersOnly() throws NightjarException {
    if (type != PixelType.INT) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "the image is not made of integers",
          info.name(),
          "Read it in single or double precision");
    }
  }

  private void copy(Region region, int room, PixelTarget target) throws NightjarException {
    if (region.plane() != 0 || region.x1() > width || region.y1() > height()) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          region + " reaches beyond an image of " + width + " x " + height(),
          info.name(),
          "Ask for pixels that exist");
    }
    if (region.size() > room) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "a buffer with room for " + room + " values cannot take " + region.size(),
          info.name(),
          "Hand in a larger buffer");
    }
    for (int y = region.y0(); y < region.y1(); y++) {
      for (int x = region.x0(); x < region.x1(); x++) {
        target.put(pixels[y * width + x]);
      }
    }
  }

  @FunctionalInterface
  private interface PixelTarget {
    void put(double value);
  }
}
