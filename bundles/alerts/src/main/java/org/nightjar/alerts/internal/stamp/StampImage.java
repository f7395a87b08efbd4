package org.nightjar.alerts.internal.stamp;

import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PartInfo;
import org.nightjar.api.product.PixelType;
import org.nightjar.api.product.PlaneRole;
import org.nightjar.api.product.Region;
import org.nightjar.api.product.TileVisitor;

/** A stamp of an alert, or a plane beside one, as a part. */
final class StampImage implements ImagePart {
  private final String name;
  private final int index;
  private final String place;
  private final StampFits.Image image;
  private final StampPixels pixels;
  private final Map<PlaneRole, ImagePart> planes;
  private PartInfo info;

  StampImage(
      String name,
      int index,
      String place,
      StampFits.Image image,
      Map<PlaneRole, ImagePart> planes) {
    this.name = name;
    this.index = index;
    this.place = place;
    this.image = image;
    this.pixels = image.pixels();
    this.planes = planes;
  }

  /** Made when first asked for: who wants pixels alone does not pay for the header. */
  @Override
  public synchronized PartInfo info() {
    if (info == null) {
      Map<String, Object> facts = image.cards().facts();
      facts.put("shape", List.of(height(), width()));
      facts.put("nonFinitePixels", pixels.nonFinite());
      if (facts.get("BUNIT") instanceof String unit && !unit.isBlank()) {
        facts.put(FactNames.PIXEL_UNIT, unit.strip());
      }
      if (!planes.isEmpty()) {
        facts.put(
            "planes",
            planes.keySet().stream().map(role -> role.name().toLowerCase(Locale.ROOT)).toList());
      }
      info = new PartInfo(name, index, new Facts(facts));
    }
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
  public Optional<ImagePart> plane(PlaneRole role) {
    return Optional.ofNullable(planes.get(role));
  }

  @Override
  public PixelType pixelType() {
    return pixels.type();
  }

  @Override
  public void read(Region region, FloatBuffer target) throws NightjarException {
    if (!pixels.plainFloats()) {
      each(region, target, value -> target.put((float) value));
      return;
    }
    check(region, target);
    FloatBuffer stored =
        pixels.bytes().slice(pixels.start(), Float.BYTES * pixels.count()).asFloatBuffer();
    int width = region.x1() - region.x0();
    int rows = region.y1() - region.y0();
    boolean whole = width == width();
    for (int row = 0; row < (whole ? 1 : rows); row++) {
      int first = (region.y0() + row) * width() + region.x0();
      target.put(stored.slice(first, whole ? width * rows : width));
    }
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
    check(region, target);
    for (int y = region.y0(); y < region.y1(); y++) {
      for (int x = region.x0(); x < region.x1(); x++) {
        put.accept(pixels.at(x, y));
      }
    }
  }

  private void check(Region region, Buffer target) throws NightjarException {
    if (region.plane() > 0 || region.x1() > width() || region.y1() > height()) {
      throw bad(region + " lies outside " + width() + " x " + height() + " pixels");
    }
    if (target.remaining() < region.size()) {
      throw bad("the buffer has room for " + target.remaining() + " of " + region.size());
    }
  }

  private NightjarException bad(String message) {
    return Damage.of(StandardError.BAD_ARGUMENT, message, place, "");
  }
}
