package org.nightjar.fits.internal.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.fits.internal.header.Card;
import org.nightjar.fits.internal.header.Hdu;
import org.nightjar.sky.wcs.SkyPoint;
import org.nightjar.sky.wcs.Wcs;

/** Where an image is on the sky, from its world coordinates. */
public final class SkyFacts {
  private SkyFacts() {}

  /** Scale, centre and footprint of an image; what is wrong with its world coordinates instead. */
  static Map<String, Object> of(Hdu hdu) {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (!hdu.type().image()) {
      return facts;
    }
    try {
      List<Integer> axes = hdu.axes();
      if (axes.size() >= 2 && axes.get(0) > 0 && axes.get(1) > 0) {
        wcs(hdu).ifPresent(wcs -> put(facts, wcs, axes.get(0), axes.get(1)));
      }
    } catch (NightjarException e) {
      facts.put(FactNames.WCS_PROBLEM, e.problem().message());
    }
    return facts;
  }

  /**
   * The world coordinates of an image; empty if it has none.
   *
   * @throws NightjarException of category DATA if the header contradicts itself
   */
  public static Optional<Wcs> wcs(Hdu hdu) throws NightjarException {
    Map<String, Object> cards = new LinkedHashMap<>();
    for (Card card : hdu.header().cards()) {
      if (card.value() != null) {
        cards.putIfAbsent(card.keyword(), card.value());
      }
    }
    try {
      return Wcs.of(new Facts(cards));
    } catch (NightjarException e) {
      Problem problem = e.problem();
      throw new NightjarException(
          new Problem(
              problem.number(),
              problem.code(),
              problem.category(),
              problem.message(),
              hdu.header().place() + ", " + problem.place(),
              problem.remedy()),
          e);
    }
  }

  private static void put(Map<String, Object> facts, Wcs wcs, int width, int height) {
    SkyPoint centre = wcs.centre(width, height);
    if (centre.exists()) {
      double scale = wcs.scaleAt((width - 1) / 2.0, (height - 1) / 2.0).scale();
      if (Double.isFinite(scale)) {
        facts.put(FactNames.PIXEL_SCALE, scale);
      }
      facts.put(FactNames.CENTRE_RA, centre.ra());
      facts.put(FactNames.CENTRE_DEC, centre.dec());
    }
    List<SkyPoint> corners = wcs.footprint(width, height, 1);
    if (!corners.isEmpty()) {
      facts.put(FactNames.FOOTPRINT, corners.stream().map(p -> List.of(p.ra(), p.dec())).toList());
    }
  }
}
