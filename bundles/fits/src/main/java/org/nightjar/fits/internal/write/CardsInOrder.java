package org.nightjar.fits.internal.write;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.fits.internal.card.CardText;

/** Cards of a header being collected. */
public final class CardsInOrder {
  private final List<String> all = new ArrayList<>();

  /** Adds a card. */
  public CardsInOrder put(String keyword, Object value, String comment) throws NightjarException {
    all.addAll(CardText.of(keyword, value, comment));
    return this;
  }

  /** Adds the sizes of an image, such as NAXIS, NAXIS1, ... */
  CardsInOrder axes(String keyword, List<Integer> axes) throws NightjarException {
    put(keyword, axes.size(), "");
    for (int i = 0; i < axes.size(); i++) {
      put(keyword + (i + 1), axes.get(i), "");
    }
    return this;
  }

  /** Adds cards that are complete. */
  CardsInOrder ready(List<String> cards) {
    all.addAll(cards);
    return this;
  }

  /** All of them. */
  public List<String> list() {
    return List.copyOf(all);
  }
}
