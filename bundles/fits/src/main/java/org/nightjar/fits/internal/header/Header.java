package org.nightjar.fits.internal.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/** The cards of one header. Where a keyword comes twice, the first one counts, as in cfitsio. */
public final class Header {
  private final String place;
  private final List<Card> cards;
  private final Map<String, Card> first = new HashMap<>();

  Header(String place, List<Card> cards) {
    this.place = place;
    this.cards = List.copyOf(cards);
    for (Card card : cards) {
      if (card.value() != null) {
        first.putIfAbsent(card.keyword().toUpperCase(Locale.ROOT), card);
      }
    }
  }

  /** File and HDU, for messages. */
  public String place() {
    return place;
  }

  /** All cards in the header's order, long strings joined, without END. */
  public List<Card> cards() {
    return cards;
  }

  /**
   * The first card of this keyword that has a value. Hierarchical keywords may be written with
   * spaces or dots, with or without HIERARCH.
   */
  public Optional<Card> card(String keyword) {
    String name = keyword.strip().toUpperCase(Locale.ROOT);
    Card card = first.get(name);
    if (card == null && name.length() > 8) {
      String dotted = name.replaceAll("[\\s.]+", ".");
      card = first.get(dotted.startsWith("HIERARCH.") ? dotted : "HIERARCH." + dotted);
    }
    return Optional.ofNullable(card);
  }

  /** The value as text, if there is one that is not blank. */
  public Optional<String> text(String keyword) {
    return card(keyword).map(c -> c.value().toString().strip()).filter(t -> !t.isEmpty());
  }

  /** The value as a number: a real, an integer, or text that is a number. */
  public OptionalDouble number(String keyword) {
    Object value = card(keyword).map(Card::value).orElse(null);
    if (value instanceof Number n) {
      return OptionalDouble.of(n.doubleValue());
    }
    if (value instanceof String s && !s.isBlank()) {
      return CardParser.parse("NUMBER  = " + s.strip()).value() instanceof Number n
          ? OptionalDouble.of(n.doubleValue())
          : OptionalDouble.empty();
    }
    return OptionalDouble.empty();
  }

  /** The value as an integer; a real without a fraction counts. */
  public OptionalLong integer(String keyword) {
    Object value = card(keyword).map(Card::value).orElse(null);
    if (value instanceof Long n) {
      return OptionalLong.of(n);
    }
    if (value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e15) {
      return OptionalLong.of(d.longValue());
    }
    return OptionalLong.empty();
  }

  /** Whether the value is T. */
  public boolean flag(String keyword) {
    return card(keyword).map(c -> Boolean.TRUE.equals(c.value())).orElse(false);
  }

  /**
   * An integer that the structure of the file rests on.
   *
   * @throws NightjarException CORRUPT if it is missing, not an integer, or outside the bounds
   */
  public long required(String keyword, long least, long most) throws NightjarException {
    OptionalLong value = integer(keyword);
    if (value.isEmpty()) {
      throw corrupt(
          keyword
              + (card(keyword).isPresent()
                  ? " is '" + card(keyword).get().value() + "', not an integer"
                  : " is missing"));
    }
    if (value.getAsLong() < least) {
      throw corrupt(keyword + " is " + value.getAsLong() + ", below " + least);
    }
    if (value.getAsLong() > most) {
      throw NightjarException.of(
          StandardError.TOO_LARGE,
          keyword + " is " + value.getAsLong() + ", above " + most,
          place,
          "Check the header: no instrument makes such a file");
    }
    return value.getAsLong();
  }

  /** The same, with a value for a missing card. */
  public long optional(String keyword, long missing, long least, long most)
      throws NightjarException {
    return card(keyword).isPresent() ? required(keyword, least, most) : missing;
  }

  /** A CORRUPT error at this header. */
  public NightjarException corrupt(String message) {
    return NightjarException.of(
        StandardError.CORRUPT, message, place, "Fetch the file again; if it is the same, mend it");
  }

  /** An UNSUPPORTED error at this header. */
  public NightjarException unsupported(String message, String remedy) {
    return NightjarException.of(StandardError.UNSUPPORTED, message, place, remedy);
  }

  /** Texts of all cards of this keyword that have no value, such as HISTORY. */
  public List<String> remarks(String keyword) {
    List<String> texts = new ArrayList<>();
    for (Card card : cards) {
      if (card.value() == null && card.keyword().equals(keyword)) {
        texts.add(card.comment());
      }
    }
    return texts;
  }
}
