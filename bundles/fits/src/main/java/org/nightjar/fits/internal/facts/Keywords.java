package org.nightjar.fits.internal.facts;

import java.util.List;
import java.util.Map;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.profile.Profile;

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
          Map.entry(FactNames.PIXEL_UNIT, List.of("BUNIT")));

  List<String> of(String fact) {
    List<String> own = profile.keywords().getOrDefault(fact, List.of());
    return own.isEmpty() ? COMMON.getOrDefault(fact, List.of()) : own;
  }
}
