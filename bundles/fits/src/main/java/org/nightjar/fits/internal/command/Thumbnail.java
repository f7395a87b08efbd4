package org.nightjar.fits.internal.command;

import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Region;

/** The first plane of an image made small by averaging, the first row at the bottom. */
final class Thumbnail {
  private final int width;
  private final int height;
  private final float[] means;

  private Thumbnail(int width, int height, float[] means) {
    this.width = width;
    this.height = height;
    this.means = means;
  }

  /** Shrinks so that neither side is longer than {@code most}; never enlarges. */
  static Thumbnail of(ImagePart image, int most) throws NightjarException {
    int step = Math.max(1, (Math.max(image.width(), image.height()) + most - 1) / most);
    int width = (image.width() + step - 1) / step;
    int height = (image.height() + step - 1) / step;
    float[] means = new float[width * height];
    FloatBuffer row = FloatBuffer.allocate(image.width());
    double[] sums = new double[width];
    int[] counts = new int[width];
    for (int y = 0; y < height; y++) {
      java.util.Arrays.fill(sums, 0);
      java.util.Arrays.fill(counts, 0);
      for (int line = y * step; line < Math.min(image.height(), (y + 1) * step); line++) {
        image.read(Region.of(0, line, image.width(), line + 1), row.clear());
        add(row.array(), step, sums, counts);
      }
      for (int x = 0; x < width; x++) {
        means[y * width + x] = counts[x] == 0 ? Float.NaN : (float) (sums[x] / counts[x]);
      }
    }
    return new Thumbnail(width, height, means);
  }

  private static void add(float[] row, int step, double[] sums, int[] counts) {
    for (int x = 0; x < row.length; x++) {
      if (Float.isFinite(row[x])) {
        sums[x / step] += row[x];
        counts[x / step]++;
      }
    }
  }

  /** A grey picture. */
  BufferedImage picture() {
    Stretch stretch = Stretch.of(means);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int grey = stretch.grey(means[y * width + x]);
        picture.getRaster().setSample(x, height - 1 - y, 0, grey);
      }
    }
    return picture;
  }
}
