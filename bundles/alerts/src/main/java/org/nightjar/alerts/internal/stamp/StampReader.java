package org.nightjar.alerts.internal.stamp;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nightjar.alerts.internal.damage.Damage;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.PlaneRole;

/**
 * Makes parts of the bytes of stamps. The first image of a stamp is the stamp; Rubin's bring their
 * variance and the point-spread function along, which become its planes.
 */
public final class StampReader {
  private static final long EXTNAME = Cards.keyword("EXTNAME");
  private static final long UTYPE = Cards.keyword("UTYPE");

  private final Gunzip gunzip = new Gunzip();

  /** What some bytes are, as far as the first of them tell. */
  public enum Form {
    /** A FITS file. */
    FITS,
    /** A FITS file packed with gzip. */
    PACKED,
    /** A JPEG picture: no pixel values. */
    PICTURE,
    /** None of these. */
    UNKNOWN
  }

  /** What these bytes are. */
  public static Form form(ByteBuffer bytes) {
    if (Gunzip.recognises(bytes)) {
      return Form.PACKED;
    }
    int first = bytes.hasRemaining() ? bytes.get(bytes.position()) & 0xff : 0;
    return switch (first) {
      case 'S' -> Form.FITS;
      case 0xff -> Form.PICTURE;
      default -> Form.UNKNOWN;
    };
  }

  /** Gives native memory back. */
  public void close() {
    gunzip.close();
  }

  /**
   * Decodes a stamp.
   *
   * @param name of the part
   * @param index of the part
   * @param place file, for messages
   * @throws NightjarException of category DATA if it is damaged
   */
  public ImagePart read(ByteBuffer bytes, String name, int index, String place)
      throws NightjarException {
    String where = place + ", stamp " + name;
    ByteBuffer fits =
        switch (form(bytes)) {
          case PACKED -> gunzip.unpack(bytes, where);
          case FITS -> bytes;
          default ->
              throw Damage.of(StandardError.UNSUPPORTED, "a stamp that is not FITS", where, "");
        };
    List<StampFits.Image> images = StampFits.images(fits, where);
    Map<PlaneRole, ImagePart> planes = new EnumMap<>(PlaneRole.class);
    for (StampFits.Image extra : images.subList(1, images.size())) {
      PlaneRole role = role(extra.cards(), extra.pixels(), images.get(0).pixels());
      if (role != null) {
        String plane = name + "-" + role.name().toLowerCase(Locale.ROOT);
        planes.putIfAbsent(role, new StampImage(plane, index, where, extra, Map.of()));
      }
    }
    return new StampImage(name, index, where, images.get(0), planes);
  }

  /** Null for an image that nobody has a use for; planes but the PSF are as large as the stamp. */
  private static PlaneRole role(Cards cards, StampPixels own, StampPixels stamp) {
    String name = String.valueOf(cards.text(EXTNAME)).toUpperCase(Locale.ROOT);
    if (name.startsWith("'PSF")) {
      return PlaneRole.PSF;
    }
    if (own.width() != stamp.width() || own.height() != stamp.height()) {
      return null;
    }
    String use = String.valueOf(cards.text(UTYPE)).toUpperCase(Locale.ROOT);
    if (name.startsWith("'UNCERT")) {
      return use.startsWith("'VARIANCE") ? PlaneRole.VARIANCE : PlaneRole.UNCERTAINTY;
    }
    if (name.startsWith("'VAR")) {
      return PlaneRole.VARIANCE;
    }
    return name.startsWith("'MASK") ? PlaneRole.MASK : null;
  }
}
