package org.nightjar.image;

import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Enough of a frame to compare the next one with, in at most 140 kB: a digest of the pixels, a
 * patch of noise from its middle, and the places of its brightest sources. Immutable.
 */
@ProviderType
public final class FrameFingerprint {

  private FrameFingerprint() {}

  /** Of a frame, with what was measured on it. */
  public static FrameFingerprint of(
      PixelRows image, BackgroundMesh background, SourceList sources) {
    throw new UnsupportedOperationException();
  }

  /** All of it, to be kept beside a report. */
  public byte[] encoded() {
    throw new UnsupportedOperationException();
  }

  /**
   * What {@link #encoded} gave.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static FrameFingerprint decoded(ByteBuffer bytes) {
    throw new UnsupportedOperationException();
  }
}
