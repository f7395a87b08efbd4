package org.nightjar.fits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Kind;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.Product;

class HeaderFactsTest {
  @TempDir Path folder;

  private Facts facts(FitsBuilder header) throws Exception {
    Path file = header.data(2, data -> {}).write(folder, "facts");
    try (Reading reading = new Reading(folder);
        Product product = reading.open(file)) {
      return product.facts();
    }
  }

  private static FitsBuilder header() {
    return FitsBuilder.primary(16, 1, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T01:02:03.25, '', UTC, 2026-11-20T01:02:03.250Z",
    "2026-11-20T01:02:03Z, '', UTC, 2026-11-20T01:02:03Z",
    "2026-11-20, 01:02:03.5, UTC, 2026-11-20T01:02:03.500Z",
    "2026-11-20, '', UTC, 2026-11-20T00:00:00Z",
    "29/11/51, 12:07:00.00, UTC, 1951-11-29T12:07:00Z",
    "26/07/102, 19:36:37, UTC, 2002-07-26T19:36:37Z",
    "2026-11-20T01:02:03, '', TAI, 2026-11-20T01:01:26Z",
  })
  void datesOfAllAges(String date, String time, String scale, String expected) throws Exception {
    FitsBuilder header = header().card("DATE-OBS", date).card("TIMESYS", scale);
    Facts facts = facts(time.isEmpty() ? header : header.card("TIME-OBS", time));
    assertThat(facts.text("observed")).contains(expected);
  }

  @Test
  void aJulianDateIsTakenWhereTheDateHasNoTime() throws Exception {
    assertThat(
            facts(header().card("DATE-OBS", "2026-11-20").card("MJD-OBS", 61364.5))
                .text("observed"))
        .contains("2026-11-20T12:00:00Z");
    assertThat(facts(header().card("DATE-OBS", "99/99/99")).has("observed")).isFalse();
  }

  @Test
  void positionsInHoursAndDegrees() throws Exception {
    Facts hours = facts(header().card("RA", "15:28:35.7").card("DEC", "-0:30:36.0"));
    assertThat(hours.number("ra").orElseThrow()).isCloseTo(232.14875, within(1e-9));
    assertThat(hours.number("dec").orElseThrow()).isCloseTo(-0.51, within(1e-9));
    Facts degrees = facts(header().card("RA", 313.72801).card("DEC", "-6.295098"));
    assertThat(degrees.number("ra")).hasValue(313.72801);
    assertThat(degrees.number("dec")).hasValue(-6.295098);
    Facts wcs =
        facts(
            header()
                .card("CTYPE1", "RA---TAN")
                .card("CTYPE2", "DEC--TAN")
                .card("CRVAL1", 10.5)
                .card("CRVAL2", -3.25));
    assertThat(wcs.number("ra")).hasValue(10.5);
    assertThat(facts(header().card("RA", 400.0).card("DEC", 1.0)).has("ra")).isFalse();
    Facts old = facts(header().card("RA", 10.0).card("DEC", 1.0).card("EQUINOX", 1950.0));
    assertThat(old.has("ra")).isFalse();
    assertThat(old.number("RA")).hasValue(10.0);
  }

  @Test
  void exposureTimesInAllTheirDisguises() throws Exception {
    assertThat(facts(header().card("EXPTIME", "53.907456")).number("exposureTime"))
        .hasValue(53.907456);
    assertThat(
            facts(header().raw("EXPOSURE=  5.0000000000000E+01 /Exposure time minutes"))
                .number("exposureTime"))
        .hasValue(3000);
    assertThat(facts(header().raw("EXPTIME = 1.25D2")).number("exposureTime")).hasValue(125);
  }

  @Test
  void frameTypesInOurWords() throws Exception {
    for (Map.Entry<String, String> type :
        Map.of("Light Frame", "science", "zero", "bias", "DOME FLAT", "flat", "Dark", "dark")
            .entrySet()) {
      assertThat(facts(header().card("IMAGETYP", type.getKey())).text("frameType"))
          .contains(type.getValue());
    }
  }

  @Test
  void cardsKeepTheirTypes() throws Exception {
    Facts facts =
        facts(
            header()
                .card("ANINT", 42)
                .card("AREAL", 1.5)
                .card("AFLAG", true)
                .card("QUOTED", "it's")
                .raw("HIERARCH ESO TEL ID = 'ESONTTB '      / telescope")
                .raw("LONGSTR = 'first part of a long string, &'")
                .raw("CONTINUE  'second part&' / more")
                .raw("CONTINUE  ', third'")
                .raw("UNDEF   =")
                .raw("COMMENT one")
                .raw("COMMENT two")
                .raw("AREAL   = 9.5"));
    assertThat(facts.values())
        .containsEntry("ANINT", 42L)
        .containsEntry("AREAL", 1.5)
        .containsEntry("AFLAG", true)
        .containsEntry("QUOTED", "it's")
        .containsEntry("HIERARCH.ESO.TEL.ID", "ESONTTB")
        .containsEntry("LONGSTR", "first part of a long string, second part, third")
        .containsEntry("COMMENT", List.of("one", "two"))
        .doesNotContainKey("UNDEF");
  }

  @Test
  void extensionsAreTheDetectorsOfOneExposure() throws Exception {
    FitsBuilder file = FitsBuilder.primary(8).card("DATE-OBS", "2026-11-20T01:02:03").end();
    for (String name : List.of("S29", "N4", "S29", "")) {
      file.image(name, -32, 4, 4).card("GAIN", 4.0).data(64, data -> {});
    }
    try (Reading reading = new Reading(folder)) {
      Path path = file.write(folder, "mef");
      assertThat(reading.scan(path))
          .singleElement()
          .matches(s -> s.kind().equals(Kind.EXPOSURE) && s.facts().has("observed"));
      try (Product product = reading.open(path)) {
        assertThat(product.parts())
            .extracting(part -> part.info().name())
            .containsExactly("S29", "N4", "S29-hdu3", "hdu4");
        assertThat(product.parts().get(1).info().facts().number("gain")).hasValue(4.0);
      }
    }
  }

  @Test
  void realHeaders() throws Exception {
    Path folder = SharedData.folder("exposures");
    try (Reading reading = new Reading(this.folder)) {
      assertThat(observed(reading, folder.resolve("M6707HH.fits")))
          .isEqualTo("1951-11-29T12:07:00Z");
      assertThat(observed(reading, folder.resolve("streak_long.fits")))
          .isEqualTo("2002-07-26T19:36:37Z");
      assertThat(observed(reading, folder.resolve("M13_blue_0001.fits")))
          .isEqualTo("2013-05-05T04:09:39Z");
      assertThat(observed(reading, folder.resolve("reprojected_sdss_r.fits.bz2")))
          .isEqualTo("2000-09-27T02:50:13.010Z");
    }
  }

  private static String observed(Reading reading, Path file) throws Exception {
    try (Product product = reading.open(file)) {
      Part part = product.parts().get(0);
      assertThat(part.info().facts().values()).hasSizeGreaterThan(10);
      return product.facts().text("observed").orElse("");
    }
  }
}
