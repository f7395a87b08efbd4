package org.nightjar.fits.internal.tile;

import java.util.Arrays;

/**
 * Rice coding (FITS standard 4.0, section 10.4.1): differences of neighbours, folded to unsigned
 * numbers, in blocks; each block says how many low bits it stores as they are, the rest is unary.
 */
final class RiceCodec implements IntCodec {
  private static final String NAME = "the Rice stream";

  private final int blockSize;
  private final int pixelBytes;
  private final int splitBits;
  private final int rawSplit;

  /**
   * A decoder.
   *
   * @param blockSize pixels in a block
   * @param pixelBytes 1 (unsigned), 2 or 4 (signed)
   */
  RiceCodec(int blockSize, int pixelBytes) {
    this.blockSize = blockSize;
    this.pixelBytes = pixelBytes;
    this.splitBits = pixelBytes == 1 ? 3 : pixelBytes == 2 ? 4 : 5;
    this.rawSplit = pixelBytes == 1 ? 6 : pixelBytes == 2 ? 14 : 25;
  }

  @Override
  public void decode(TileStream in, int pixels, TileScratch scratch) throws DamagedStreamException {
    int[] out = scratch.ints(pixels);
    if (in.length() < pixelBytes) {
      throw DamagedStreamException.ended(in.length(), NAME);
    }
    byte[] bytes = in.bytes();
    long bit = in.firstBit();
    int last = (int) (TileStream.peek(bytes, bit) >>> (64 - 8 * pixelBytes));
    bit += 8L * pixelBytes;
    for (int i = 0; i < pixels; ) {
      int stop = i + Math.min(blockSize, pixels - i);
      int split = (int) (TileStream.peek(bytes, bit) >>> (64 - splitBits)) - 1;
      bit += splitBits;
      if (split < 0) {
        Arrays.fill(out, i, stop, last);
      } else if (split < rawSplit) {
        bit = splitBlock(in, bit, split, out, i, stop, last);
      } else if (split == rawSplit) {
        bit = rawBlock(in, bit, out, i, stop, last);
      } else {
        throw DamagedStreamException.corrupt(in.at(bit), "a Rice block of " + split + " low bits");
      }
      if (bit > in.endBit()) {
        throw DamagedStreamException.ended(in.length(), NAME);
      }
      last = out[stop - 1];
      i = stop;
    }
    wrap(out, pixels);
  }

  /** A word holds several pixels: it is loaded again only when the next pixel does not fit. */
  private static long splitBlock(
      TileStream in, long start, int split, int[] out, int from, int stop, int before)
      throws DamagedStreamException {
    byte[] bytes = in.bytes();
    long bit = start;
    long word = 0;
    int left = 0;
    int last = before;
    for (int i = from; i < stop; i++) {
      int zeros = Long.numberOfLeadingZeros(word);
      int used = zeros + 1 + split;
      if (used > left) {
        if (bit > in.endBit()) {
          throw DamagedStreamException.ended(in.length(), NAME);
        }
        word = TileStream.peek(bytes, bit);
        left = 64 - (int) (bit & 7);
        zeros = Long.numberOfLeadingZeros(word);
        used = zeros + 1 + split;
        if (used > left) {
          long end = endOfZeros(in, bit);
          int low = (int) (TileStream.peek(bytes, end) << 1 >>> 1 >>> (63 - split));
          last = next(last, ((int) (end - bit) << split) + low);
          out[i] = last;
          bit = end + 1 + split;
          left = 0;
          word = 0;
          continue;
        }
      }
      // The one that ends the zeros is still on top of the low bits: it counts as one zero more.
      last = next(last, (zeros - 1 << split) + (int) (word << zeros >>> (63 - split)));
      out[i] = last;
      word = word << zeros << (1 + split);
      bit += used;
      left -= used;
    }
    return bit;
  }

  /** The first bit that is set. */
  private static long endOfZeros(TileStream in, long start) throws DamagedStreamException {
    for (long bit = start; bit <= in.endBit(); bit += 57) {
      int zeros = Long.numberOfLeadingZeros(TileStream.peek(in.bytes(), bit));
      if (zeros < 57) {
        if (bit + zeros >= in.endBit()) {
          break;
        }
        return bit + zeros;
      }
    }
    throw DamagedStreamException.ended(in.length(), NAME);
  }

  private long rawBlock(TileStream in, long start, int[] out, int from, int stop, int before)
      throws DamagedStreamException {
    int bits = 8 * pixelBytes;
    if (start + (long) (stop - from) * bits > in.endBit()) {
      throw DamagedStreamException.ended(in.length(), NAME);
    }
    long bit = start;
    int last = before;
    for (int i = from; i < stop; i++, bit += bits) {
      last = next(last, (int) (TileStream.peek(in.bytes(), bit) >>> (64 - bits)));
      out[i] = last;
    }
    return bit;
  }

  /** Unfolds: even codes are positive differences, odd ones negative. */
  private static int next(int last, int code) {
    return last + ((code >>> 1) ^ -(code & 1));
  }

  /** Differences wrap around at the width of the pixels; sums were taken in 32 bits. */
  private void wrap(int[] out, int pixels) {
    if (pixelBytes == 1) {
      for (int i = 0; i < pixels; i++) {
        out[i] &= 0xff;
      }
    } else if (pixelBytes == 2) {
      for (int i = 0; i < pixels; i++) {
        out[i] = (short) out[i];
      }
    }
  }
}
