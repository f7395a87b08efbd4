package org.nightjar.fits.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.fits.internal.card.CardText;
import org.nightjar.fits.internal.card.StructuralKeywords;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The caller's own cards of one header, in order. What describes the structure (BITPIX, NAXISn,
 * BZERO, BLANK, TTYPEn, CHECKSUM, ...) comes from the writer and is refused here. Not for several
 * threads.
 */
@ProviderType
public final class CardList {
  private final List<String> cards = new ArrayList<>();

  /** A copy of the cards, each of 80 characters. */
  public List<String> cards() {
    return List.copyOf(cards);
  }

  /** Adds a card without a comment. */
  public CardList put(String keyword, Object value) throws NightjarException {
    return put(keyword, value, "");
  }

  /**
   * Adds a card; long strings take several, keywords of more than eight characters become HIERARCH.
   *
   * @param value a String of printable ASCII, Boolean, whole number, finite real, or {@code null}
   *     for a card without a value
   * @param comment cut where it does not fit
   * @throws NightjarException BAD_ARGUMENT for what FITS cannot represent, and for keywords that
   *     are the writer's own
   */
  public CardList put(String keyword, Object value, String comment) throws NightjarException {
    requireFree(keyword);
    cards.addAll(CardText.of(keyword, value, comment));
    return this;
  }

  /** Adds text under COMMENT, as many cards as it needs. */
  public CardList comment(String text) throws NightjarException {
    cards.addAll(CardText.remark("COMMENT", text));
    return this;
  }

  /** Adds text under HISTORY, as many cards as it needs. */
  public CardList history(String text) throws NightjarException {
    cards.addAll(CardText.remark("HISTORY", text));
    return this;
  }

  private static void requireFree(String keyword) throws NightjarException {
    if (StructuralKeywords.contains(keyword.strip().toUpperCase(Locale.ROOT))) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "the keyword " + keyword + " describes the structure of the file",
          "",
          "Leave it out: the writer writes it");
    }
  }
}
