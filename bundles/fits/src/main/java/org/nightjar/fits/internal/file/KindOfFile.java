package org.nightjar.fits.internal.file;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Kind;
import org.nightjar.fits.internal.header.Hdu;

/** What sort of product a FITS file is, from what its HDUs hold. */
public final class KindOfFile {
  private static final Set<String> SKY_COLUMNS = Set.of("UNIQ", "NUNIQ");

  private KindOfFile() {}

  /**
   * Images make an exposure; images stacked along a fourth axis without a WCS, cutouts. Without
   * images, HEALPix or NUNIQ tables make a sky map, other tables a catalogue.
   *
   * @throws NightjarException UNSUPPORTED if there is neither an image nor a table
   */
  public static Kind of(List<Hdu> hdus) throws NightjarException {
    boolean tables = false;
    for (Hdu hdu : hdus) {
      if (hdu.type().image()) {
        return stacked(hdu) ? Kind.CUTOUTS : Kind.EXPOSURE;
      }
      tables |= hdu.type().table();
    }
    if (hdus.stream().anyMatch(KindOfFile::healpix)) {
      return Kind.SKY_MAP;
    }
    if (tables) {
      return Kind.CATALOGUE;
    }
    throw hdus.get(0).header().unsupported("neither an image nor a table in the file", "");
  }

  private static boolean stacked(Hdu hdu) throws NightjarException {
    List<Integer> axes = hdu.axes();
    return axes.size() == 4 && axes.get(3) > 1 && hdu.header().card("CTYPE1").isEmpty();
  }

  private static boolean healpix(Hdu hdu) {
    if (!hdu.type().table()) {
      return false;
    }
    if (hdu.header().text("PIXTYPE").filter("HEALPIX"::equalsIgnoreCase).isPresent()) {
      return true;
    }
    String column = hdu.header().text("TTYPE1").orElse("");
    return SKY_COLUMNS.contains(column.toUpperCase(Locale.ROOT));
  }
}
