package org.nightjar.image;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Enough of a frame to compare the next one with, in at most 20 kB: a digest of the pixels, a patch
 * of noise from its middle (128 x 128 pixels, what is beyond 4 sigma left out), and the places of
 * its 200 brightest sources. Immutable.
 */
@ProviderType
public final class FrameFingerprint {

  private static final int MAGIC = 0x4e4a4601;
  private static final int MOST_SOURCES = 200;
  private static final int FIXED = 4 * Integer.BYTES + Long.BYTES;

  private final int width;
  private final int height;
  private final long digest;
  private final byte[] patch;
  private final float[] places;

  private FrameFingerprint(int width, int height, long digest, byte[] patch, float[] places) {
    this.width = width;
    this.height = height;
    this.digest = digest;
    this.patch = patch;
    this.places = places;
  }

  static FrameFingerprint of(int width, int height, long digest, byte[] patch, SourceList sources) {
    List<Source> brightest =
        sources.sources().stream()
            .sorted(Comparator.comparingDouble(Source::flux).reversed())
            .limit(MOST_SOURCES)
            .toList();
    float[] places = new float[2 * brightest.size()];
    for (int i = 0; i < brightest.size(); i++) {
      places[2 * i] = (float) brightest.get(i).x();
      places[2 * i + 1] = (float) brightest.get(i).y();
    }
    return new FrameFingerprint(width, height, digest, patch.clone(), places);
  }

  /** Of a frame, with what was measured on it. */
  public static FrameFingerprint of(
      PixelRows image, BackgroundMesh background, SourceList sources) {
    FingerprintRows rows = new FingerprintRows(image.width(), image.height());
    SkyPass.run(image, background, List.of(rows));
    return rows.with(sources);
  }

  /** All of it, to be kept beside a report. */
  public byte[] encoded() {
    ByteBuffer bytes =
        ByteBuffer.allocate(FIXED + patch.length + places.length * Float.BYTES)
            .putInt(MAGIC)
            .putInt(width)
            .putInt(height)
            .putInt(places.length / 2)
            .putLong(digest)
            .put(patch);
    for (float place : places) {
      bytes.putFloat(place);
    }
    return bytes.array();
  }

  /**
   * What {@link #encoded} gave.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static FrameFingerprint decoded(ByteBuffer bytes) {
    ByteBuffer from = bytes.slice();
    int patchSize = FingerprintRows.PATCH * FingerprintRows.PATCH;
    if (from.remaining() < FIXED + patchSize || from.getInt() != MAGIC) {
      throw new IllegalArgumentException("these bytes are no fingerprint of a frame");
    }
    int width = from.getInt();
    int height = from.getInt();
    int sources = from.getInt();
    long digest = from.getLong();
    if (sources < 0
        || sources > MOST_SOURCES
        || from.remaining() != patchSize + 2 * sources * Float.BYTES) {
      throw new IllegalArgumentException("a fingerprint of a frame with " + sources + " sources");
    }
    byte[] patch = new byte[patchSize];
    from.get(patch);
    float[] places = new float[2 * sources];
    from.asFloatBuffer().get(places);
    return new FrameFingerprint(width, height, digest, patch, places);
  }

  boolean hasSizeOf(FrameFingerprint other) {
    return width == other.width && height == other.height;
  }

  boolean hasPixelsOf(FrameFingerprint other) {
    return hasSizeOf(other) && digest == other.digest;
  }

  int sources() {
    return places.length / 2;
  }

  float x(int source) {
    return places[2 * source];
  }

  float y(int source) {
    return places[2 * source + 1];
  }

  /** Correlation of the quiet pixels of the patch with those of another, moved; NaN for few. */
  double correlation(FrameFingerprint before, int dx, int dy) {
    int side = FingerprintRows.PATCH;
    double[] sums = new double[5];
    int count = 0;
    for (int y = Math.max(0, dy); y < Math.min(side, side + dy); y++) {
      for (int x = Math.max(0, dx); x < Math.min(side, side + dx); x++) {
        int a = patch[y * side + x];
        int b = before.patch[(y - dy) * side + x - dx];
        if (a != FingerprintRows.BAD && b != FingerprintRows.BAD) {
          count++;
          sums[0] += a;
          sums[1] += b;
          sums[2] += a * a;
          sums[3] += b * b;
          sums[4] += a * b;
        }
      }
    }
    double varianceA = count * sums[2] - sums[0] * sums[0];
    double varianceB = count * sums[3] - sums[1] * sums[1];
    return count < side || varianceA <= 0 || varianceB <= 0
        ? Double.NaN
        : (count * sums[4] - sums[0] * sums[1]) / Math.sqrt(varianceA * varianceB);
  }
}
