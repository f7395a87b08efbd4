package org.nightjar.sky.wcs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Facts;

/** Headers of square pixels. */
final class Headers {
  private Headers() {}

  /** Cards of an upright image, east to the left; keyword and value by turns change or add some. */
  static Facts of(String projection, double ra, double dec, double scale, Object... more) {
    Map<String, Object> cards = new LinkedHashMap<>();
    cards.put("CTYPE1", "RA---" + projection);
    cards.put("CTYPE2", "DEC--" + projection);
    cards.put("CRVAL1", ra);
    cards.put("CRVAL2", dec);
    cards.put("CRPIX1", 501.0);
    cards.put("CRPIX2", 401.0);
    cards.put("CDELT1", -scale);
    cards.put("CDELT2", scale);
    for (int i = 0; i < more.length; i += 2) {
      if (more[i + 1] == null) {
        cards.remove(more[i]);
      } else {
        cards.put((String) more[i], more[i + 1]);
      }
    }
    return new Facts(cards);
  }

  static Wcs wcs(String projection, double ra, double dec, double scale, Object... more)
      throws NightjarException {
    return Wcs.of(of(projection, ra, dec, scale, more)).orElseThrow();
  }
}
