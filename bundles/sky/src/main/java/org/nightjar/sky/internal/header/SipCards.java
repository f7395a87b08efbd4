package org.nightjar.sky.internal.header;

import java.util.OptionalDouble;
import org.nightjar.api.error.NightjarException;
import org.nightjar.sky.internal.distortion.Distortion;
import org.nightjar.sky.internal.distortion.Sip;

/** A_p_q and B_p_q. The inverse AP_p_q and BP_p_q are fits, and not used. */
final class SipCards {
  private SipCards() {}

  static boolean present(Cards cards) {
    return cards.has("A_ORDER") || cards.has("B_ORDER");
  }

  static Distortion read(Cards cards) throws NightjarException {
    Sip sip = new Sip();
    int a = order(cards, "A_ORDER");
    int b = order(cards, "B_ORDER");
    for (int p = 0; p <= Math.max(a, b); p++) {
      for (int q = 0; q <= Math.max(a, b) - p; q++) {
        if (p + q <= a) {
          sip.a(p, q, cards.number("A_" + p + "_" + q, 0));
        }
        if (p + q <= b) {
          sip.b(p, q, cards.number("B_" + p + "_" + q, 0));
        }
      }
    }
    return sip.distortion();
  }

  private static int order(Cards cards, String keyword) throws NightjarException {
    OptionalDouble value = cards.number(keyword);
    if (value.isEmpty()) {
      throw Cards.corrupt(keyword, "is missing, though its partner is there");
    }
    double order = value.getAsDouble();
    if (!(order >= 0 && order <= Sip.MOST_ORDER && order == Math.rint(order))) {
      throw Cards.corrupt(keyword, "is " + order + ", not an order from 0 to " + Sip.MOST_ORDER);
    }
    return (int) order;
  }
}
