package org.nightjar.image.picture;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The colour of a kind of finding, the same in every picture, page and region file: colours that
 * differ for the colour-blind too (Okabe and Ito 2008), and are all seen on black.
 */
@ProviderType
public final class MarkColour {
  private static final int[] PALETTE = {
    0x56b4e9, 0xe69f00, 0x009e73, 0xf0e442, 0xcc79a7, 0xd55e00, 0x80b1ff
  };
  private static final Map<String, Integer> KNOWN =
      Map.of(
          "streak", 0x56b4e9,
          "satellite-trail", 0x56b4e9,
          "saturated-source", 0xd55e00,
          "cosmic-ray", 0xf0e442,
          "dead-column", 0xcc79a7,
          "dead-row", 0xcc79a7,
          "ghost", 0x009e73);

  private MarkColour() {}

  /** The colour as {@code 0xRRGGBB}. */
  public static int of(String what) {
    Integer known = KNOWN.get(what);
    return known != null ? known : PALETTE[Math.floorMod(what.hashCode(), PALETTE.length)];
  }

  /** The colour as {@code #rrggbb}. */
  public static String text(String what) {
    return String.format("#%06x", of(what));
  }
}
