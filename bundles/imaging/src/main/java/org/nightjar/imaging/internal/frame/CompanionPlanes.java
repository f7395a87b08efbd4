package org.nightjar.imaging.internal.frame;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PixelType;
import org.nightjar.api.product.PlaneRole;
import org.nightjar.api.product.Region;

/**
 * Marks the pixels that the planes beside an image call bad. Bits are read as integers in strips:
 * in single precision the higher ones would drown the lower. The others are read tile by tile.
 */
final class CompanionPlanes {

  private static final int STRIP_PIXELS = 1 << 22;

  private final ImagePart image;
  private final UnusablePixels unusable;
  private final Consumer<String> notes;

  /**
   * Marks on behalf of an image.
   *
   * @param notes takes what could not be used, in words
   */
  CompanionPlanes(ImagePart image, UnusablePixels unusable, Consumer<String> notes) {
    this.image = image;
    this.unusable = unusable;
    this.notes = notes;
  }

  /** Marks what any plane calls bad; {@code bad} are the bits that do. */
  void mark(long bad) throws NightjarException, InterruptedException {
    Optional<ImagePart> mask = usable(PlaneRole.MASK);
    if (mask.isPresent()) {
      // A mask that says itself which of its bits are bad knows better than the profile.
      markFlags(mask.get(), mask.get().info().facts().integer(FactNames.BAD_BITS).orElse(bad));
    }
    markValues(PlaneRole.WEIGHT);
    markValues(PlaneRole.VARIANCE);
    markValues(PlaneRole.UNCERTAINTY);
  }

  private Optional<ImagePart> usable(PlaneRole role) {
    Optional<ImagePart> plane = image.plane(role);
    if (plane.isPresent()
        && (plane.get().width() != image.width() || plane.get().height() != image.height())) {
      notes.accept(
          "the %s plane of %s is %d x %d, not %d x %d: not used"
              .formatted(
                  role.name().toLowerCase(Locale.ROOT),
                  image.info().name(),
                  plane.get().width(),
                  plane.get().height(),
                  image.width(),
                  image.height()));
      return Optional.empty();
    }
    return plane;
  }

  private void markFlags(ImagePart plane, long bad) throws NightjarException, InterruptedException {
    if (plane.pixelType() == PixelType.FLOAT || plane.pixelType() == PixelType.DOUBLE) {
      plane.forEachTile(
          (tile, values) -> markTile(tile, values, v -> !(v >= 0) || ((long) v & bad) != 0));
      return;
    }
    int rows = Math.max(1, STRIP_PIXELS / plane.width());
    for (int y = 0; y < plane.height(); y += rows) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException("interrupted while reading a mask");
      }
      Region strip = Region.of(0, y, plane.width(), Math.min(plane.height(), y + rows));
      if (plane.pixelType() == PixelType.INT) {
        IntBuffer flags = IntBuffer.allocate((int) strip.size());
        plane.read(strip, flags);
        markStrip(strip, i -> flags.get(i) & bad);
      } else {
        LongBuffer flags = LongBuffer.allocate((int) strip.size());
        plane.read(strip, flags);
        markStrip(strip, i -> flags.get(i) & bad);
      }
    }
  }

  private void markStrip(Region strip, Flags flags) {
    int i = 0;
    for (int y = strip.y0(); y < strip.y1(); y++) {
      for (int x = 0; x < strip.width(); x++) {
        if (flags.at(i++) != 0) {
          unusable.mask(x, y);
        }
      }
    }
  }

  private void markValues(PlaneRole role) throws NightjarException {
    Optional<ImagePart> plane = usable(role);
    if (plane.isPresent()) {
      plane
          .get()
          .forEachTile(
              (tile, values) -> markTile(tile, values, v -> !(v > 0) || Float.isInfinite(v)));
    }
  }

  private void markTile(Region tile, FloatBuffer values, Bad bad) {
    int i = values.position();
    for (int y = tile.y0(); y < tile.y1(); y++) {
      for (int x = tile.x0(); x < tile.x1(); x++) {
        if (bad.is(values.get(i++))) {
          unusable.mask(x, y);
        }
      }
    }
  }

  /** The bad bits of the i-th pixel of a strip. */
  @FunctionalInterface
  private interface Flags {
    long at(int i);
  }

  /** Whether a value means that the pixel is of no use. */
  @FunctionalInterface
  private interface Bad {
    boolean is(float value);
  }
}
