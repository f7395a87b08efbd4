package org.nightjar.fits.internal.report;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.card.CardText;

/** Header cards in the order in which they were given. */
final class Cards {
  private final List<String> all = new ArrayList<>();

  /** Adds a keyword; what has no value is left out. */
  Cards put(String keyword, Object value, String comment) throws NightjarException {
    if (value != null) {
      Object printable = value instanceof String text ? Printable.of(text) : value;
      all.addAll(CardText.of(keyword, printable, comment));
    }
    return this;
  }

  /** Adds a line of HISTORY, or as many as the text needs. */
  Cards history(String text) throws NightjarException {
    all.addAll(CardText.remark("HISTORY", Printable.of(text)));
    return this;
  }

  List<String> all() {
    return all;
  }
}
