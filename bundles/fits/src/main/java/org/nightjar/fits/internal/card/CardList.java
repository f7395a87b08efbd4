package org.nightjar.fits.internal.card;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;

/** Header cards in the order in which they were given. */
public final class CardList {
  private final List<String> all = new ArrayList<>();

  /** Adds a keyword; what has no value is left out. */
  public CardList put(String keyword, Object value, String comment) throws NightjarException {
    if (value != null) {
      Object printable = value instanceof String text ? Printable.of(text) : value;
      all.addAll(CardText.of(keyword, printable, comment));
    }
    return this;
  }

  /** Adds a line of HISTORY, or as many as the text needs. */
  public CardList history(String text) throws NightjarException {
    all.addAll(CardText.remark("HISTORY", Printable.of(text)));
    return this;
  }

  /** The cards, each of 80 characters. */
  public List<String> all() {
    return all;
  }
}
