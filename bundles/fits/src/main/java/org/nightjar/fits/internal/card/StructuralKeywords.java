package org.nightjar.fits.internal.card;

import java.util.Set;
import java.util.regex.Pattern;

/** Keywords that say how an HDU is built: the writer's own, never the caller's. */
public final class StructuralKeywords {
  private static final Set<String> NAMES =
      Set.of(
          "SIMPLE",
          "XTENSION",
          "BITPIX",
          "NAXIS",
          "EXTEND",
          "PCOUNT",
          "GCOUNT",
          "GROUPS",
          "BLOCKED",
          "TFIELDS",
          "THEAP",
          "END",
          "CHECKSUM",
          "DATASUM",
          "CONTINUE",
          "BSCALE",
          "BZERO",
          "BLANK");

  private static final Set<String> TILES =
      Set.of(
          "ZIMAGE",
          "ZSIMPLE",
          "ZTENSION",
          "ZEXTEND",
          "ZBLOCKED",
          "ZPCOUNT",
          "ZGCOUNT",
          "ZBITPIX",
          "ZNAXIS",
          "ZCMPTYPE",
          "ZQUANTIZ",
          "ZDITHER0",
          "ZBLANK",
          "ZSCALE",
          "ZZERO",
          "ZMASKCMP",
          "ZHECKSUM",
          "ZDATASUM");

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(NAXIS|TTYPE|TFORM|TUNIT|TNULL|TDISP|TSCAL|TZERO|TDIM|TUCD|TCOMM|TBCOL"
              + "|ZNAXIS|ZTILE|ZNAME|ZVAL)\\d+");

  private StructuralKeywords() {}

  /** Whether this keyword is the writer's own. */
  public static boolean contains(String keyword) {
    return NAMES.contains(keyword)
        || TILES.contains(keyword)
        || NUMBERED.matcher(keyword).matches();
  }
}
