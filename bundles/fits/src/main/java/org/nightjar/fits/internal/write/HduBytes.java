package org.nightjar.fits.internal.write;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.checksum.WordSum;

/** A small HDU in memory: header, data, padding, DATASUM and CHECKSUM. */
public final class HduBytes {
  private HduBytes() {}

  /**
   * The bytes of an HDU.
   *
   * @param cards its cards without CHECKSUM, DATASUM and END
   * @param data its data without padding
   */
  public static byte[] of(List<String> cards, byte[] data) throws NightjarException {
    WordSum sum = new WordSum();
    sum.add(ByteBuffer.wrap(data));
    byte[] header = HeaderBlock.of(cards, sum.value());
    int end = Math.toIntExact(header.length + HeaderBlock.padded(data.length));
    byte[] hdu = Arrays.copyOf(header, end);
    System.arraycopy(data, 0, hdu, header.length, data.length);
    return hdu;
  }
}
