package org.nightjar.image.internal.rows;

import java.util.Arrays;

/**
 * A few consecutive rows of an image: as they are, above the background, and their noise. Rows
 * outside the image have nothing in them: NaN as they are, 0 above the background.
 */
public final class SkyWindow {

  private final int width;
  private final int height;
  private final float[][] raw;
  private final float[][] above;
  private final float[][] noise;
  private final float[] missing;
  private final float[] nothing;

  /** Holds the rows up to {@code reach} from the one that is looked at. */
  public SkyWindow(int width, int height, int reach) {
    this.width = width;
    this.height = height;
    int held = 2 * reach + 1;
    this.raw = new float[held][width];
    this.above = new float[held][width];
    this.noise = new float[held][width];
    this.missing = new float[width];
    this.nothing = new float[width];
    Arrays.fill(missing, Float.NaN);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The pixels of row y as they are. */
  public float[] raw(int y) {
    return y < 0 || y >= height ? missing : raw[y % raw.length];
  }

  /** The pixels of row y above the background; bad ones are NaN. */
  public float[] above(int y) {
    return y < 0 || y >= height ? nothing : above[y % above.length];
  }

  /** The noise of row y. */
  public float[] noise(int y) {
    return y < 0 || y >= height ? nothing : noise[y % noise.length];
  }
}
