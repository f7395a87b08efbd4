package org.nightjar.fits.internal.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.profile.Profile;
import org.nightjar.fits.internal.header.Header;

/** Which keywords to look at for a fact: the profile's, or the common ones where it names none. */
record Keywords(Profile profile) {
  private static final Map<String, List<String>> COMMON =
      Map.ofEntries(
          Map.entry(FactNames.OBSERVED, List.of("DATE-OBS", "MJD-OBS", "DATE-BEG", "MJD", "JD")),
          Map.entry(FactNames.EXPOSURE_TIME, List.of("EXPTIME", "EXPOSURE", "XPOSURE")),
          Map.entry(FactNames.TELESCOPE, List.of("TELESCOP")),
          Map.entry(FactNames.INSTRUMENT, List.of("INSTRUME")),
          Map.entry(FactNames.BAND, List.of("FILTER", "FILTER1", "FILTNAM", "FILTERID", "BAND")),
          Map.entry(FactNames.OBJECT, List.of("OBJECT")),
          Map.entry(FactNames.RA, List.of("RA", "TELRA", "OBJRA", "OBJCTRA", "RA_TARG")),
          Map.entry(FactNames.DEC, List.of("DEC", "TELDEC", "OBJDEC", "OBJCTDEC", "DEC_TARG")),
          Map.entry(FactNames.FRAME_TYPE, List.of("OBSTYPE", "IMAGETYP", "IMAGETYPE", "FLAVOR")),
          Map.entry(FactNames.DETECTOR, List.of("CCDNAME", "DETECTOR", "CCDNUM", "CHIPID")),
          Map.entry(FactNames.GAIN, List.of("GAIN", "EGAIN", "GAINA")),
          Map.entry(FactNames.SATURATION, List.of("SATURATE", "SATURAT", "SATLEVEL")),
          Map.entry(FactNames.READ_NOISE, List.of("RDNOISE", "READNOIS")),
          Map.entry(FactNames.ZERO_POINT, List.of("MAGZERO", "MAGZPT", "MAGZP", "FLUXMAG0")),
          Map.entry(FactNames.AIRMASS, List.of("AIRMASS")),
          Map.entry(FactNames.PIXEL_UNIT, List.of("BUNIT")));

  List<String> of(String fact) {
    List<String> own = profile.keywords().getOrDefault(fact, List.of());
    return own.isEmpty() ? COMMON.getOrDefault(fact, List.of()) : own;
  }

  /** The first value that is there; {@code A+B} is the values of both, joined by a hyphen. */
  Optional<String> text(Header header, String fact) {
    return of(fact).stream().flatMap(keywords -> joined(header, keywords).stream()).findFirst();
  }

  private static Optional<String> joined(Header header, String keywords) {
    List<String> values = new ArrayList<>();
    for (String keyword : keywords.split("\\+")) {
      Optional<String> value = header.text(keyword);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(String.join("-", values));
  }
}
