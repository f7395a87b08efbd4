package org.nightjar.fits.internal.copy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.bytes.Bytes;
import org.nightjar.fits.internal.card.CardText;
import org.nightjar.fits.internal.card.StructuralKeywords;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.fits.internal.header.HduType;

/** The cards of an image that a copy keeps as they are: all that do not describe its structure. */
final class CopiedCards {
  /** They describe pixels, whose stored values are kept. */
  private static final Set<String> KEPT = Set.of("BSCALE", "BZERO", "BLANK");

  private CopiedCards() {}

  static List<String> of(Bytes bytes, Hdu hdu) throws NightjarException {
    byte[] header = new byte[(int) (hdu.dataStart() - hdu.start())];
    bytes.read(hdu.start(), ByteBuffer.wrap(header));
    String text = new String(header, StandardCharsets.ISO_8859_1);
    List<String> cards = new ArrayList<>();
    boolean keeps = true;
    for (int at = 0; at < text.length(); at += CardText.LENGTH) {
      String card = text.substring(at, at + CardText.LENGTH);
      String keyword = card.substring(0, 8).strip();
      if (keyword.equals("END")) {
        break;
      }
      if (!keyword.equals("CONTINUE")) {
        keeps = keeps(keyword, card, hdu);
      }
      if (keeps) {
        cards.add(card);
      }
    }
    blank(hdu, cards);
    trimEnd(cards);
    return cards;
  }

  private static boolean keeps(String keyword, String card, Hdu hdu) {
    if (hdu.type() == HduType.TILED_IMAGE
        && keyword.equals("EXTNAME")
        && card.contains("'COMPRESSED_IMAGE'")) {
      return false;
    }
    return KEPT.contains(keyword) || !StructuralKeywords.contains(keyword);
  }

  /** Tiles of integers may say it by ZBLANK alone. */
  private static void blank(Hdu hdu, List<String> cards) throws NightjarException {
    if (hdu.type() == HduType.TILED_IMAGE
        && hdu.bitpix() > 0
        && hdu.header().integer("ZBLANK").isPresent()
        && hdu.header().integer("BLANK").isEmpty()) {
      long blank = hdu.header().integer("ZBLANK").getAsLong();
      cards.addAll(0, CardText.of("BLANK", blank, "stored value of pixels that have none"));
    }
  }

  /** Room that a writer kept free before END. */
  private static void trimEnd(List<String> cards) {
    while (!cards.isEmpty() && cards.get(cards.size() - 1).isBlank()) {
      cards.remove(cards.size() - 1);
    }
  }

  /** Whether a header says nothing but its structure. */
  static boolean bare(Hdu hdu) {
    return hdu.header().cards().stream()
        .allMatch(c -> c.value() == null || StructuralKeywords.contains(c.keyword()));
  }
}
