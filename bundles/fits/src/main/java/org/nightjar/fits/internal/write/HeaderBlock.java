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

/** A header as bytes, with CHECKSUM and DATASUM. */
public final class HeaderBlock {
  static final int BLOCK = 2880;

  /** CHECKSUM, DATASUM and END. */
  private static final int OWN_CARDS = 3;

  private HeaderBlock() {}

  /** How many bytes the header of so many cards takes. */
  static int length(int cards) {
    return (int) padded(Math.multiplyExact(cards + OWN_CARDS, CardText.LENGTH));
  }

  /** A length filled up to whole blocks. */
  static long padded(long length) {
    return (length + BLOCK - 1) / BLOCK * BLOCK;
  }

  /**
   * The header of an HDU.
   *
   * @param cards its cards without CHECKSUM, DATASUM and END
   * @param dataSum sum of its data
   */
  public static byte[] of(List<String> cards, long dataSum) throws NightjarException {
    List<String> all = new ArrayList<>(cards);
    all.addAll(CardText.of("CHECKSUM", ChecksumText.ZERO, "HDU checksum"));
    all.addAll(CardText.of("DATASUM", Long.toString(dataSum), "data unit checksum"));
    all.add(CardText.padded("END"));
    WordSum whole = new WordSum();
    whole.add(ByteBuffer.wrap(bytes(all)));
    whole.addSum(dataSum);
    String checksum = ChecksumText.of(whole.value());
    all.set(cards.size(), CardText.of("CHECKSUM", checksum, "HDU checksum").get(0));
    return bytes(all);
  }

  /** Cards that are copied may hold what is not ASCII: they stay what they are. */
  private static byte[] bytes(List<String> cards) {
    byte[] text = String.join("", cards).getBytes(StandardCharsets.ISO_8859_1);
    byte[] header = Arrays.copyOf(text, (int) padded(text.length));
    Arrays.fill(header, text.length, header.length, (byte) ' ');
    return header;
  }
}
