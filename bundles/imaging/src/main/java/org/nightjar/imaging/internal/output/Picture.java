package org.nightjar.imaging.internal.output;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.nightjar.image.BackgroundMesh;
import org.nightjar.image.PixelRows;
import org.nightjar.image.Source;
import org.nightjar.image.Streak;
import org.nightjar.imaging.internal.measure.Observed;

/**
 * A small picture of a detector, its brightest sources circled and its streaks drawn: the first row
 * at the bottom, as image viewers of astronomy have it.
 */
public final class Picture {

  private static final int LARGEST_SIDE = 512;
  private static final int MOST_CIRCLES = 500;
  private static final int BLANK = 0x303060;
  private static final int CIRCLE = 0x40ff40;
  private static final int LINE = 0xff4040;
  private static final double DARKEST_SIGMAS = -2;
  private static final double BRIGHTEST_SIGMAS = 30;

  private final int step;
  private final BufferedImage image;

  private Picture(PixelRows pixels) {
    this.step =
        Math.max(1, -Math.floorDiv(-Math.max(pixels.width(), pixels.height()), LARGEST_SIDE));
    this.image =
        new BufferedImage(
            -Math.floorDiv(-pixels.width(), step),
            -Math.floorDiv(-pixels.height(), step),
            BufferedImage.TYPE_INT_RGB);
  }

  /** The bytes of a PNG, at most 512 pixels along a side. */
  public static byte[] png(Observed seen) {
    PixelRows pixels = seen.frame().levelled();
    Picture picture = new Picture(pixels);
    picture.paint(pixels, seen.background());
    seen.survey().sources().sources().stream()
        .sorted(Comparator.comparingDouble(Source::peak).reversed())
        .limit(MOST_CIRCLES)
        .forEach(picture::circle);
    seen.survey().streaks().streaks().forEach(picture::line);
    return picture.encoded();
  }

  private void paint(PixelRows pixels, BackgroundMesh background) {
    float[] row = new float[pixels.width()];
    double[] sums = new double[image.getWidth()];
    int[] counts = new int[image.getWidth()];
    for (int y = 0; y < pixels.height(); y++) {
      pixels.readRow(y, row);
      for (int x = 0; x < row.length; x++) {
        if (Float.isFinite(row[x])) {
          sums[x / step] += row[x];
          counts[x / step]++;
        }
      }
      if ((y + 1) % step == 0 || y + 1 == pixels.height()) {
        paintRow(y / step, sums, counts, background);
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
      }
    }
  }

  private void paintRow(int y, double[] sums, int[] counts, BackgroundMesh background) {
    double noise = Math.max(background.globalRms(), Double.MIN_NORMAL);
    for (int x = 0; x < sums.length; x++) {
      double sigmas = (sums[x] / counts[x] - background.globalBackground()) / noise;
      image.setRGB(x, up(y), counts[x] == 0 || Double.isNaN(sigmas) ? BLANK : grey(sigmas));
    }
  }

  /** An asinh stretch, which shows the noise and does not burn out stars at once. */
  private static int grey(double sigmas) {
    double low = asinh(DARKEST_SIGMAS);
    double part = (asinh(sigmas) - low) / (asinh(BRIGHTEST_SIGMAS) - low);
    return 0x010101 * (int) Math.round(255 * Math.max(0, Math.min(1, part)));
  }

  private static double asinh(double x) {
    return Math.signum(x) * Math.log(Math.abs(x) + Math.sqrt(x * x + 1));
  }

  private void circle(Source source) {
    double radius = Math.max(3, 3 * source.a() / step);
    int dots = (int) Math.ceil(8 * Math.min(radius, LARGEST_SIDE));
    for (int i = 0; i < dots; i++) {
      double angle = 2 * Math.PI * i / dots;
      dot(
          source.x() / step + radius * Math.cos(angle),
          source.y() / step + radius * Math.sin(angle),
          CIRCLE);
    }
  }

  private void line(Streak streak) {
    int dots = (int) Math.ceil(2 * streak.length() / step) + 1;
    for (int i = 0; i <= dots; i++) {
      double along = (double) i / dots;
      dot(
          (streak.x0() + along * (streak.x1() - streak.x0())) / step,
          (streak.y0() + along * (streak.y1() - streak.y0())) / step,
          LINE);
    }
  }

  private void dot(double atX, double atY, int colour) {
    int x = (int) Math.round(atX);
    int y = up((int) Math.round(atY));
    if (x >= 0 && x < image.getWidth() && y >= 0 && y < image.getHeight()) {
      image.setRGB(x, y, colour);
    }
  }

  private int up(int y) {
    return image.getHeight() - 1 - y;
  }

  /** Through memory: the default of ImageIO writes temporary files where it likes. */
  private byte[] encoded() {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream target = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(target);
      writer.write(image);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
