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
    if (width < 1
        || height < 1
        || sources < 0
        || sources > MOST_SOURCES
        || from.remaining() != patchSize + 2 * sources * Float.BYTES) {
      throw new IllegalArgumentException(
          "a fingerprint of a frame of "
              + width
              + " x "
              + height
              + " pixels with "
              + sources
              + " sources is damaged");
    }
    byte[] patch = new byte[patchSize];
    from.get(patch);
    float[] places = new float[2 * sources];
    from.asFloatBuffer().get(places);
    for (float place : places) {
      if (!(place >= 0 && place < Math.max(width, height))) {
        throw new IllegalArgumentException(
            "a fingerprint of a frame with a source at " + place + " is damaged");
      }
    }
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

  /** The noise in the middle. */
  NoisePatch noise() {
    return new NoisePatch(patch);
  }
}
