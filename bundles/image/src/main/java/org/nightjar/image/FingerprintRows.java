package org.nightjar.image;

import java.util.Arrays;
import org.nightjar.image.internal.rows.RowVisitor;
import org.nightjar.image.internal.rows.SkyWindow;

/** Gathers a frame's digest and the noise in its middle. */
final class FingerprintRows implements RowVisitor {

  /** Side of the patch, steps per sigma, and what stands for a bad pixel. */
  static final int PATCH = 128;

  static final int STEPS = 32;
  static final byte BAD = Byte.MIN_VALUE;

  private static final int PRIME = 31;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final int left;
  private final int top;
  private final byte[] patch = new byte[PATCH * PATCH];
  private final int width;
  private final int height;
  private long digest;

  FingerprintRows(int width, int height) {
    this.width = width;
    this.height = height;
    this.left = (width - PATCH) / 2;
    this.top = (height - PATCH) / 2;
    Arrays.fill(patch, BAD);
  }

  @Override
  public int reach() {
    return 0;
  }

  @Override
  public void visit(SkyWindow rows, int y) {
    float[] raw = rows.raw(y);
    int sum = 1;
    int other = 1;
    for (int x = 0; x < width; x++) {
      int bits = Float.floatToRawIntBits(raw[x]);
      sum = PRIME * sum + bits;
      other += bits ^ (x * PRIME);
    }
    digest = (digest ^ ((long) sum << Integer.SIZE | (other & 0xffffffffL))) * MIX;
    digest ^= digest >>> Integer.SIZE;
    if (y >= top && y < top + PATCH) {
      takePatch(rows.above(y), rows.noise(y), y - top);
    }
  }

  private void takePatch(float[] above, float[] noise, int row) {
    for (int i = 0; i < PATCH; i++) {
      int x = left + i;
      if (x >= 0 && x < width && noise[x] > 0) {
        float steps = above[x] / noise[x] * STEPS;
        boolean quiet = Math.abs(steps) <= Byte.MAX_VALUE;
        patch[row * PATCH + i] = quiet ? (byte) Math.round(steps) : BAD;
      }
    }
  }

  FrameFingerprint with(SourceList sources) {
    return FrameFingerprint.of(width, height, digest, patch, sources);
  }
}
