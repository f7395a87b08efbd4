package org.nightjar.fits.internal.encode;

/**
 * RICE_1 (FITS standard 4.0, section 10.4.1): differences of neighbours, folded to unsigned
 * numbers, in blocks of 32; each block stores as many low bits as its mean difference has, the rest
 * unary.
 */
final class RiceEncoder {
  static final int BLOCK = 32;

  private final int bits;
  private final int splitBits;
  private final int rawSplit;
  private final int[] folded = new int[BLOCK];

  /**
   * An encoder.
   *
   * @param pixelBytes 1 (unsigned), 2 or 4 (signed)
   */
  RiceEncoder(int pixelBytes) {
    this.bits = 8 * pixelBytes;
    this.splitBits = pixelBytes == 1 ? 3 : pixelBytes == 2 ? 4 : 5;
    this.rawSplit = pixelBytes == 1 ? 6 : pixelBytes == 2 ? 14 : 25;
  }

  byte[] encode(int[] pixels, int count) {
    BitOutput out = new BitOutput(count * (bits / 8) / 2);
    out.put(pixels[0], bits);
    int last = pixels[0];
    for (int from = 0; from < count; from += BLOCK) {
      int size = Math.min(BLOCK, count - from);
      long sum = 0;
      for (int i = 0; i < size; i++) {
        int pixel = pixels[from + i];
        folded[i] = fold(pixel - last);
        sum += Integer.toUnsignedLong(folded[i]);
        last = pixel;
      }
      block(out, size, sum);
    }
    return out.finish();
  }

  /** Differences wrap around at the width of the pixels; negative ones become odd codes. */
  private int fold(int difference) {
    int wrapped = difference << (32 - bits) >> (32 - bits);
    return wrapped << 1 ^ wrapped >> 31;
  }

  private void block(BitOutput out, int size, long sum) {
    if (sum == 0) {
      out.put(0, splitBits);
      return;
    }
    int split = split(size, sum);
    if (split >= rawSplit) {
      out.put(rawSplit + 1, splitBits);
      for (int i = 0; i < size; i++) {
        out.put(folded[i], bits);
      }
      return;
    }
    out.put(split + 1, splitBits);
    for (int i = 0; i < size; i++) {
      out.unary(folded[i] >>> split);
      out.put(folded[i], split);
    }
  }

  /** Bits of half the mean: what the expected length is least for. */
  private static int split(int size, long sum) {
    long half = Math.max(0, (sum - size / 2 - 1) / size) >> 1;
    return 64 - Long.numberOfLeadingZeros(half);
  }
}
