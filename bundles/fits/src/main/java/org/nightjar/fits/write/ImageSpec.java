package org.nightjar.fits.write;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What an image looks like.
 *
 * @param name EXTNAME; empty for none
 * @param axes sizes, fastest first; at least one axis, none of them empty
 * @param format how pixels are stored
 * @param blank pixel value that stands for "none", in the caller's numbers; integers only
 * @param compression how pixels are packed; 64-bit integers are not, for no common reader unpacks
 *     them
 */
public record ImageSpec(
    String name,
    List<Integer> axes,
    PixelFormat format,
    OptionalLong blank,
    Compression compression) {

  /** Copies the axes and refuses what cannot be. */
  public ImageSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(blank, "blank");
    axes = List.copyOf(axes);
    if (axes.isEmpty() || axes.size() > 999 || axes.stream().anyMatch(a -> a < 1)) {
      throw new IllegalArgumentException("axes " + axes);
    }
    if (blank.isPresent() && !format.integer()) {
      throw new IllegalArgumentException("floats have NaN, not BLANK");
    }
    if (compression != Compression.NONE && format.bitpix() == 64) {
      throw new IllegalArgumentException(compression + " does not pack " + format);
    }
  }

  /** A plain image of one plane. */
  public static ImageSpec of(int width, int height, PixelFormat format) {
    return new ImageSpec(
        "", List.of(width, height), format, OptionalLong.empty(), Compression.NONE);
  }

  /** The same with a name. */
  public ImageSpec named(String extname) {
    return new ImageSpec(extname, axes, format, blank, compression);
  }

  /** The same, packed. */
  public ImageSpec packed(Compression method) {
    return new ImageSpec(name, axes, format, blank, method);
  }
}
