package org.nightjar.fits.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nightjar.api.product.Amplifier;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ImagePart;
import org.nightjar.api.product.Part;
import org.nightjar.api.product.PlaneRole;
import org.nightjar.api.product.Product;
import org.nightjar.api.product.Region;

/** Headers as observatories write them, read by the profiles that ship. */
class ProfiledExposureTest {
  @TempDir Path folder;

  private interface Look {
    void at(Facts facts, List<ImagePart> images) throws Exception;
  }

  private void open(FitsBuilder file, Look look) throws Exception {
    Path path = file.write(folder, "exposure");
    try (Reading reading = new Reading(folder, new ShippedProfiles());
        Product product = reading.open(path)) {
      List<Part> parts = product.parts();
      look.at(
          product.facts(),
          parts.stream()
              .filter(part -> part instanceof ImagePart)
              .map(part -> (ImagePart) part)
              .toList());
    }
  }

  private static FitsBuilder image(FitsBuilder header, int bytes) {
    return header.data(bytes, data -> {});
  }

  private static FitsBuilder decam() {
    return FitsBuilder.primary(8)
        .card("INSTRUME", "DECam")
        .card("TELESCOP", "CTIO 4.0-m telescope")
        .card("OBSTYPE", "object")
        .card("FILTER", "r DECam SDSS c0002 6415.0 1480.0")
        .card("DATE-OBS", "2013-02-11T01:02:03.5")
        .card("EXPTIME", 90.0)
        .card("AIRMASS", 1.12);
  }

  private static FitsBuilder decamCcd(FitsBuilder file, String name) {
    return file.image(name, 16, 216, 50)
        .card("DETPOS", name)
        .card("CCDNUM", 25)
        .card("DATASECA", "[6:105,1:50]")
        .card("BIASSECA", "[1:5,1:50]")
        .card("DATASECB", "[205:106,1:50]")
        .card("BIASSECB", "[206:215,1:50]")
        .card("GAINA", 4.1)
        .card("GAINB", 3.9)
        .card("RDNOISEA", 6.0)
        .card("SATURATA", 44000.0);
  }

  @Test
  void rawDecam() throws Exception {
    FitsBuilder file = decam().end();
    for (String name : List.of("S29", "N4")) {
      image(decamCcd(file, name), 216 * 50 * 2);
    }
    open(
        file,
        (facts, images) -> {
          assertThat(facts.text("profile")).contains("decam");
          assertThat(facts.has("profileNote")).isFalse();
          assertThat(facts.text("frameType")).contains("science");
          assertThat(facts.number("airmass")).hasValue(1.12);
          assertThat(images).extracting(i -> i.info().name()).containsExactly("S29", "N4");
          assertThat(images.get(1).info().facts().text("detector")).contains("N4");
          List<Amplifier> amplifiers = images.get(0).amplifiers();
          assertThat(amplifiers).extracting(Amplifier::name).containsExactly("A", "B");
          assertThat(amplifiers.get(0).data()).isEqualTo(Region.of(5, 0, 105, 50));
          assertThat(amplifiers.get(0).overscan()).contains(Region.of(0, 0, 5, 50));
          assertThat(amplifiers.get(1).data()).isEqualTo(Region.of(105, 0, 205, 50));
          assertThat(amplifiers.get(0).gain()).hasValue(4.1);
          assertThat(amplifiers.get(1).gain()).hasValue(3.9);
          assertThat(amplifiers.get(0).readNoise()).hasValue(6.0);
          assertThat(amplifiers.get(0).saturation()).hasValue(44000.0);
          assertThat(amplifiers.get(1).saturation()).isEmpty();
        });
  }

  @Test
  void frameTypesOfDecam() throws Exception {
    for (var type :
        List.of(
            List.of("zero", "bias"),
            List.of("dome flat", "flat"),
            List.of("sky flat", "flat"),
            List.of("dark", "dark"),
            List.of("raw_obj", "science"))) {
      FitsBuilder file =
          FitsBuilder.primary(16, 1, 1).card("INSTRUME", "DECam").card("OBSTYPE", type.get(0));
      open(
          image(file, 2),
          (facts, images) -> assertThat(facts.text("frameType")).contains(type.get(1)));
    }
  }

  @Test
  void desTriplesAreOneImageEach() throws Exception {
    FitsBuilder file = decam().end();
    for (int ccd = 1; ccd <= 2; ccd++) {
      int value = ccd;
      file.image("SCI", -32, 4, 4).card("EXTVER", ccd).card("MAGZERO", 31.5);
      file.data(64, data -> data.putFloat(value));
      image(file.image("MSK", 16, 4, 4).card("EXTVER", ccd), 32);
      file.image("WGT", -32, 4, 4).card("EXTVER", ccd);
      file.data(64, data -> data.putFloat(10 * value));
    }
    open(
        file,
        (facts, images) -> {
          assertThat(images).extracting(i -> i.info().name()).containsExactly("SCI", "SCI-hdu4");
          assertThat(images).allMatch(i -> i.plane(PlaneRole.MASK).isPresent());
          for (int i = 0; i < 2; i++) {
            FloatBuffer pixel = FloatBuffer.allocate(1);
            images.get(i).plane(PlaneRole.WEIGHT).orElseThrow().read(Region.of(0, 0, 1, 1), pixel);
            assertThat(pixel.get(0)).isEqualTo(10f * (i + 1));
          }
          assertThat(images.get(0).info().facts().number("zeroPoint")).hasValue(31.5);
        });
  }

  @Test
  void ztfScienceImage() throws Exception {
    open(
        image(
            FitsBuilder.primary(-32, 4, 4)
                .card("INSTRUME", "ZTF/MOSAIC")
                .card("IMGTYPE", "object")
                .card("FILTER", "ZTF_r")
                .card("CCDID", 11)
                .card("QID", 2)
                .card("MAGZP", 26.2)
                .card("GAIN", 6.2)
                .card("READNOI", 10.3)
                .card("SATURATE", 49000.0),
            64),
        (facts, images) -> {
          assertThat(facts.text("profile")).contains("ztf");
          assertThat(facts.text("detector")).contains("11-2");
          Facts part = images.get(0).info().facts();
          assertThat(part.number("zeroPoint")).hasValue(26.2);
          assertThat(part.number("readNoise")).hasValue(10.3);
          assertThat(part.number("saturation")).hasValue(49000);
          assertThat(new ShippedProfiles().named("ztf").layout().detectors()).containsKey("11-2");
        });
  }

  @Test
  void rubinImageWithItsMask() throws Exception {
    FitsBuilder file =
        FitsBuilder.primary(8)
            .card("INSTRUME", "LSSTComCam")
            .card("RAFTBAY", "R22")
            .card("CCDSLOT", "S11")
            .card("TIMESYS", "TAI")
            .card("DATE-BEG", "2024-11-20T01:00:37")
            .end();
    image(file.image("IMAGE", -32, 4, 4).card("FLUXMAG0", 1e12), 64);
    image(
        file.image("MASK", 32, 4, 4)
            .card("MP_BAD", 0)
            .card("MP_SAT", 1)
            .card("MP_CR", 3)
            .card("MP_EDGE", 4)
            .card("MP_INTRP", 2)
            .raw("HIERARCH MP_DETECTED_NEGATIVE = 6")
            .raw("HIERARCH MP_NO_DATA = 12"),
        64);
    image(file.image("VARIANCE", -32, 4, 4), 64);
    open(
        file,
        (facts, images) -> {
          assertThat(facts.text("profile")).contains("rubin");
          assertThat(facts.text("observed")).contains("2024-11-20T01:00:00Z");
          assertThat(images).hasSize(1);
          assertThat(images.get(0).plane(PlaneRole.VARIANCE)).isPresent();
          ImagePart mask = images.get(0).plane(PlaneRole.MASK).orElseThrow();
          assertThat(mask.info().facts().integer("badBits")).hasValue(1 + 2 + 8 + 16 + 4096);
          assertThat(images.get(0).info().facts().number("zeroPoint").orElseThrow())
              .isCloseTo(30, within(1e-9));
          assertThat(facts.text("detector")).contains("R22-S11");
        });
  }

  @Test
  void rubinSegmentsHaveOverscans() throws Exception {
    FitsBuilder file =
        FitsBuilder.primary(8)
            .card("INSTRUME", "lsstCam")
            .card("IMGTYPE", "BIAS")
            .card("RAFTBAY", "R10")
            .card("CCDSLOT", "S00")
            .end();
    for (String name : List.of("Segment10", "Segment11")) {
      image(
          file.image(name, 32, 60, 40)
              .card("DATASEC", "[11:50,1:36]")
              .card("BIASSEC", "[51:60,1:36]"),
          60 * 40 * 4);
    }
    open(
        file,
        (facts, images) -> {
          assertThat(facts.text("frameType")).contains("bias");
          assertThat(images).hasSize(2);
          Amplifier amplifier = images.get(1).amplifiers().get(0);
          assertThat(amplifier.name()).isEqualTo("Segment11");
          assertThat(amplifier.data()).isEqualTo(Region.of(10, 0, 50, 36));
          assertThat(amplifier.overscan()).contains(Region.of(50, 0, 60, 36));
          assertThat(images.get(0).info().facts().text("detector")).contains("R10-S00");
        });
  }

  @Test
  void sdssFrame() throws Exception {
    open(
        image(
            FitsBuilder.primary(16, 4, 4)
                .card("ORIGIN", "SDSS    ")
                .card("TELESCOP", "2.5m    ")
                .card("TIMESYS", "TAI     ")
                .card("DATE-OBS", "2007-09-16")
                .card("TAIHMS", "06:39:11.97")
                .card("FLAVOR", "science ")
                .card("FILTER", "r       ")
                .card("CAMCOL", 3)
                .card("EXPTIME", "53.907456")
                .card("FLUX20", 2000.0),
            32),
        (facts, images) -> {
          assertThat(facts.text("profile")).contains("sdss");
          assertThat(facts.text("observed")).contains("2007-09-16T06:38:38.970Z");
          assertThat(facts.text("frameType")).contains("science");
          assertThat(facts.text("detector")).contains("r-3");
          assertThat(images.get(0).info().facts().number("zeroPoint").orElseThrow())
              .isCloseTo(20 + 2.5 * Math.log10(2000), within(1e-9));
        });
  }

  @Test
  void anUnknownInstrumentIsReadByGenericWhichIsSaid() throws Exception {
    open(
        image(FitsBuilder.primary(16, 1, 1).card("INSTRUME", "Selfmade 3"), 2),
        (facts, images) -> {
          assertThat(facts.text("profile")).contains("generic");
          assertThat(facts.text("profileNote"))
              .contains("instrument 'Selfmade 3' is not known to any profile: read by generic");
        });
    open(
        image(FitsBuilder.primary(16, 1, 1), 2),
        (facts, images) ->
            assertThat(facts.text("profileNote"))
                .contains("the header names no instrument: read by generic"));
  }

  @Test
  void planesFitTheirImages() throws Exception {
    FitsBuilder file = image(FitsBuilder.primary(16, 4, 4), 32);
    image(file.image("S1", 16, 4, 4), 32);
    image(file.image("S2", 16, 4, 4), 32);
    image(file.image("s2_dq", 16, 4, 4), 32);
    image(file.image("S1_ERR", -32, 4, 2), 32);
    image(file.image("PSF", -32, 2, 2), 16);
    open(
        file,
        (facts, images) -> {
          assertThat(images)
              .extracting(i -> i.info().name())
              .containsExactly("hdu0", "S1", "S2", "S1_ERR");
          assertThat(images.get(2).plane(PlaneRole.MASK)).isPresent();
          assertThat(images.get(2).plane(PlaneRole.PSF)).isPresent();
          assertThat(images.get(1).plane(PlaneRole.MASK)).isEmpty();
          assertThat(images.get(3).info().facts().list("notes"))
              .singleElement()
              .asString()
              .contains("of size [4, 2] instead of [4, 4]");
          assertThat(images).extracting(i -> i.info().index()).containsExactly(0, 1, 2, 3);
        });
  }

  @Test
  void aMaskAloneIsAnImage() throws Exception {
    FitsBuilder file = FitsBuilder.primary(8).end();
    image(file.image("MASK", 16, 4, 4), 32);
    open(
        file,
        (facts, images) -> {
          assertThat(images).hasSize(1);
          assertThat(images.get(0).info().facts().list("notes")).hasSize(1);
        });
  }

  @Test
  void lyingSectionsAreNoted() throws Exception {
    for (String section :
        List.of("[1:5000,1:4]", "[0:3,1:4]", "here", "[1:99999999999,1:4]", "[1:4]")) {
      open(
          image(FitsBuilder.primary(16, 4, 4).card("DATASEC", section), 32),
          (facts, images) -> {
            assertThat(images.get(0).amplifiers()).isEmpty();
            assertThat(images.get(0).info().facts().list("notes").toString())
                .contains("DATASEC is '" + section + "'");
          });
    }
    open(
        image(
            FitsBuilder.primary(16, 4, 4).card("DATASEC", "[1:3,1:4]").card("BIASSEC", "[0:0,0:0]"),
            32),
        (facts, images) -> {
          assertThat(images.get(0).amplifiers()).hasSize(1);
          assertThat(images.get(0).amplifiers().get(0).overscan()).isEmpty();
          assertThat(images.get(0).info().facts().has("notes")).isFalse();
        });
  }
}
