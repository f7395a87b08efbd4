package org.nightjar.fits.internal.header;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.fits.internal.bytes.Bytes;

/** Reads one header, up to its END, within a bound of cards. */
final class HeaderScanner {
  static final int BLOCK = 2880;
  static final int CARD = 80;

  /** Four times the longest header known (stacks that list all their inputs). */
  static final int MOST_CARDS = 200_000;

  private final Bytes bytes;
  private final String place;
  private final List<Card> cards = new ArrayList<>();
  private int count;

  HeaderScanner(Bytes bytes, String place) {
    this.bytes = bytes;
    this.place = place;
  }

  /** A header and the first byte after its last block. */
  record Scanned(Header header, long end) {}

  Scanned scan(long start) throws NightjarException {
    long position = start;
    byte[] block = new byte[BLOCK];
    while (true) {
      int available = (int) Math.min(BLOCK, bytes.length() - position);
      bytes.read(position, ByteBuffer.wrap(block, 0, Math.max(0, available)));
      if (take(block, available / CARD)) {
        return finished(position + BLOCK);
      }
      if (available < BLOCK) {
        throw NightjarException.of(
            StandardError.TRUNCATED,
            "the file ends at byte " + bytes.length() + " in a header that began at " + start,
            place,
            "Fetch the file again");
      }
      position += BLOCK;
    }
  }

  private Scanned finished(long end) throws NightjarException {
    if (end > bytes.length()) {
      throw NightjarException.of(
          StandardError.TRUNCATED,
          "the header's last block ends at byte " + end + ", the file at " + bytes.length(),
          place,
          "Fetch the file again");
    }
    return new Scanned(new Header(place, cards), end);
  }

  /** Takes whole cards; true at END. */
  private boolean take(byte[] block, int whole) throws NightjarException {
    for (int i = 0; i < whole; i++) {
      String card = new String(block, i * CARD, CARD, StandardCharsets.ISO_8859_1);
      if (card.startsWith("END") && card.substring(3).isBlank()) {
        return true;
      }
      if (++count > MOST_CARDS) {
        throw NightjarException.of(
            StandardError.TOO_LARGE,
            "no END within " + MOST_CARDS + " header cards",
            place,
            "Check the header: its END card may be damaged");
      }
      add(CardParser.parse(checked(card)));
    }
    return false;
  }

  private String checked(String card) throws NightjarException {
    for (int i = 0; i < 8; i++) {
      char c = card.charAt(i);
      if (c < ' ' || c > '~') {
        throw NightjarException.of(
            StandardError.CORRUPT,
            "card " + count + " has a keyword with the byte " + (int) c,
            place,
            "Fetch the file again");
      }
    }
    return card;
  }

  private void add(Card card) {
    int last = cards.size() - 1;
    if (card.keyword().equals("CONTINUE")
        && last >= 0
        && card.value() instanceof String more
        && cards.get(last).value() instanceof String begun
        && begun.endsWith("&")) {
      Card open = cards.get(last);
      String comment = (open.comment() + " " + card.comment()).strip();
      cards.set(
          last,
          new Card(open.keyword(), begun.substring(0, begun.length() - 1).concat(more), comment));
    } else {
      cards.add(card);
    }
  }
}
