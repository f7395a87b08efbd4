package org.nightjar.image.picture;

import java.util.Arrays;
import org.nightjar.image.PixelRows;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A picture of an image, averaged down, the first row at the bottom as image viewers of astronomy
 * have it. Marks are given in the image's own pixels: zero-based, pixel centres whole. Blank pixels
 * are dark blue. Not for several threads.
 */
@ProviderType
public final class SkyPicture {
  private static final int BLANK = 0x303060;

  private final int step;
  private final int width;
  private final int height;
  private final int[] rgb;

  private SkyPicture(PixelRows pixels, int largestSide) {
    int side = Math.max(pixels.width(), pixels.height());
    this.step = Math.max(1, -Math.floorDiv(-side, largestSide));
    this.width = -Math.floorDiv(-pixels.width(), step);
    this.height = -Math.floorDiv(-pixels.height(), step);
    this.rgb = new int[width * height];
  }

  /**
   * A picture between its zscale limits, stretched by the inverse hyperbolic sine.
   *
   * @param largestSide most pixels along a side, from 1 to 4096
   */
  public static SkyPicture of(PixelRows pixels, int largestSide) {
    if (largestSide < 1 || largestSide > 4096) {
      throw new IllegalArgumentException("largest side " + largestSide);
    }
    SkyPicture picture = new SkyPicture(pixels, largestSide);
    picture.paint(pixels, AsinhStretch.of(ZScale.of(pixels)));
    return picture;
  }

  /** Pixels of the picture along x. */
  public int width() {
    return width;
  }

  /** Pixels of the picture along y. */
  public int height() {
    return height;
  }

  /** The colour of a pixel of the picture, {@code 0xRRGGBB}; row 0 is the top one. */
  public int colour(int x, int y) {
    return rgb[y * width + x];
  }

  /** Draws the outline of a rectangle: first column and row, one past the last ones. */
  public SkyPicture box(int x0, int y0, int x1, int y1, int colour) {
    int left = x0 / step;
    int right = Math.max(left, (x1 - 1) / step);
    int bottom = y0 / step;
    int top = Math.max(bottom, (y1 - 1) / step);
    for (int x = Math.max(0, left); x <= Math.min(right, width - 1); x++) {
      dot(x, bottom, colour);
      dot(x, top, colour);
    }
    for (int y = Math.max(0, bottom); y <= Math.min(top, height - 1); y++) {
      dot(left, y, colour);
      dot(right, y, colour);
    }
    return this;
  }

  /** Draws a straight line between two points; what lies outside is left out. */
  public SkyPicture line(double x0, double y0, double x1, double y1, int colour) {
    double across = (x1 - x0) / step;
    double along = (y1 - y0) / step;
    // Lines may have ends far outside; more dots than the picture's diagonal are never seen.
    int dots = (int) Math.min(Math.ceil(Math.hypot(across, along)), 8.0 * (width + height));
    for (int i = 0; i <= dots; i++) {
      double part = dots == 0 ? 0 : (double) i / dots;
      dot(place(x0 + part * (x1 - x0)), place(y0 + part * (y1 - y0)), colour);
    }
    return this;
  }

  /** Draws a circle, at least three pixels of the picture in radius, so that it is seen. */
  public SkyPicture circle(double x, double y, double radius, int colour) {
    double seen = Math.min(Math.max(3, radius / step), width + (double) height);
    int dots = (int) Math.ceil(8 * seen);
    for (int i = 0; i < dots; i++) {
      double angle = 2 * Math.PI * i / dots;
      dot(
          (int) Math.round((x + 0.5) / step - 0.5 + seen * Math.cos(angle)),
          (int) Math.round((y + 0.5) / step - 0.5 + seen * Math.sin(angle)),
          colour);
    }
    return this;
  }

  /** The bytes of a PNG. */
  public byte[] png() {
    return Png.encode(width, height, rgb);
  }

  private void paint(PixelRows pixels, AsinhStretch stretch) {
    float[] row = new float[pixels.width()];
    double[] sums = new double[width];
    int[] counts = new int[width];
    for (int y = 0; y < pixels.height(); y++) {
      pixels.readRow(y, row);
      for (int x = 0; x < width; x++) {
        addUp(row, x, sums, counts);
      }
      if ((y + 1) % step == 0 || y + 1 == pixels.height()) {
        for (int x = 0; x < width; x++) {
          dot(x, y / step, counts[x] == 0 ? BLANK : 0x010101 * stretch.grey(sums[x] / counts[x]));
        }
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
      }
    }
  }

  private void addUp(float[] row, int dot, double[] sums, int[] counts) {
    double sum = 0;
    int count = 0;
    int end = Math.min(row.length, (dot + 1) * step);
    for (int x = dot * step; x < end; x++) {
      if (Math.abs(row[x]) <= Float.MAX_VALUE) {
        sum += row[x];
        count++;
      }
    }
    sums[dot] += sum;
    counts[dot] += count;
  }

  private int place(double pixel) {
    return (int) Math.floor((pixel + 0.5) / step);
  }

  /** A dot at a place of the picture, counted from the bottom; outside it nothing happens. */
  private void dot(int x, int up, int colour) {
    if (x >= 0 && x < width && up >= 0 && up < height) {
      rgb[(height - 1 - up) * width + x] = colour;
    }
  }
}
