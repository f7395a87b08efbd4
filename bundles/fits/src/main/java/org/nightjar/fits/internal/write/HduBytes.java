package org.nightjar.fits.internal.write;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.card.CardText;
import org.nightjar.fits.internal.checksum.ChecksumText;
import org.nightjar.fits.internal.checksum.WordSum;

/** A small HDU in memory: header, data, padding, DATASUM and CHECKSUM. */
public final class HduBytes {
  private static final int BLOCK = 2880;

  private HduBytes() {}

  /**
   * The bytes of an HDU.
   *
   * @param cards its cards without CHECKSUM, DATASUM and END
   * @param data its data without padding
   */
  public static byte[] of(List<String> cards, byte[] data) throws NightjarException {
    byte[] header = head(cards, sum(data));
    byte[] hdu = Arrays.copyOf(header, header.length + padded(data.length));
    System.arraycopy(data, 0, hdu, header.length, data.length);
    return hdu;
  }

  /**
   * The header of an HDU whose data are written by somebody else.
   *
   * @param cards its cards without CHECKSUM, DATASUM and END
   * @param dataSum the sum of its data ({@link WordSum})
   */
  public static byte[] head(List<String> cards, long dataSum) throws NightjarException {
    List<String> all = new ArrayList<>(cards);
    all.addAll(CardText.of("CHECKSUM", ChecksumText.ZERO, "HDU checksum"));
    all.addAll(CardText.of("DATASUM", Long.toString(dataSum), "data unit checksum"));
    all.add(CardText.padded("END"));
    WordSum whole = new WordSum();
    whole.add(ByteBuffer.wrap(header(all)));
    whole.addSum(dataSum);
    all.set(
        cards.size(),
        CardText.of("CHECKSUM", ChecksumText.of(whole.value()), "HDU checksum").get(0));
    return header(all);
  }

  private static long sum(byte[] data) {
    WordSum sum = new WordSum();
    sum.add(ByteBuffer.wrap(data));
    return sum.value();
  }

  private static byte[] header(List<String> cards) {
    byte[] text = String.join("", cards).getBytes(StandardCharsets.US_ASCII);
    byte[] header = Arrays.copyOf(text, padded(text.length));
    Arrays.fill(header, text.length, header.length, (byte) ' ');
    return header;
  }

  private static int padded(int length) {
    return Math.toIntExact(((long) length + BLOCK - 1) / BLOCK * BLOCK);
  }
}
