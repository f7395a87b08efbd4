package org.nightjar.sky.wcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.api.error.Category;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.Problem;
import org.nightjar.api.product.Facts;

class HeaderMistakesTest {
  private static Facts change(String changes) {
    Map<String, Object> cards =
        new HashMap<>(Headers.of("TAN", 150, 2.2, 0.001, "PC1_1", 1.0).values());
    for (String change : changes.split("; ", -1)) {
      String[] pair = change.split("=", -1);
      if (pair[1].isEmpty()) {
        cards.remove(pair[0]);
      } else {
        cards.put(
            pair[0], pair[1].matches("-?[0-9.]+") ? (Object) Double.valueOf(pair[1]) : pair[1]);
      }
    }
    return new Facts(cards);
  }

  @ParameterizedTest
  @CsvSource({
    "CTYPE2=DEC--SIN, CORRUPT, CTYPE2, does not go with",
    "CTYPE2=GLAT-TAN, CORRUPT, CTYPE2, does not go with",
    "CTYPE2=DEC--TAN-SIP, CORRUPT, CTYPE2, does not go with",
    "CTYPE2=, CORRUPT, CTYPE1, without its partner",
    "CTYPE2=RA---TAN, CORRUPT, CTYPE2, second axis",
    "CTYPE1=RA---CSC; CTYPE2=DEC--CSC, UNSUPPORTED, CTYPE1, projection 'CSC'",
    "CTYPE1=RA---TAN-XYZ; CTYPE2=DEC--TAN-XYZ, UNSUPPORTED, CTYPE1, distortion 'XYZ'",
    "CTYPE1=ELON-TAN; CTYPE2=ELAT-TAN, UNSUPPORTED, CTYPE1, system 'E'",
    "CPDIS1=LOOKUP, UNSUPPORTED, CPDIS1, by a table",
    "RADESYS=GAPPT, UNSUPPORTED, RADESYS, GAPPT",
    "RADECSYS=GAPPT, UNSUPPORTED, RADECSYS, GAPPT",
    "EQUINOX=20000, CORRUPT, EQUINOX, not a year",
    "CRVAL2=95, CORRUPT, CRVAL2, beyond a pole",
    "CRVAL1=ten, CORRUPT, CRVAL1, 'ten'",
    "CRPIX2=1E999, CORRUPT, CRPIX2, not a number",
    "CUNIT1=m, CORRUPT, CUNIT1, unit of angle",
    "CDELT1=0, CORRUPT, PC1_1, cannot be inverted",
    "CD1_1=1, CORRUPT, CD1_1, exclude each other",
    "PC1_1=; CDELT1=; CDELT2=, CORRUPT, CDELT1, scale is unknown",
    "PC1_1=; CD1_1=1; CD1_2=2; CD2_1=2; CD2_2=4, CORRUPT, CD1_1, cannot be inverted",
    "PC1_3=0.5, UNSUPPORTED, PC1_3, other than the plane's",
    "PC1_1=; CTYPE2=; CTYPE3=DEC--TAN, UNSUPPORTED, CTYPE3, no axis of the image",
    "A_ORDER=2, CORRUPT, B_ORDER, missing",
    "A_ORDER=77; B_ORDER=2, CORRUPT, A_ORDER, 0 to 9",
    "CTYPE1=RA---CEA; CTYPE2=DEC--CEA; PV2_1=0, CORRUPT, PV2_1, no projection",
    "CTYPE1=RA---ZPN; CTYPE2=DEC--ZPN, CORRUPT, PV2_1, no projection",
    "CTYPE1=RA---CAR; CTYPE2=DEC--CAR; LONPOLE=180, CORRUPT, LONPOLE, no rotation",
  })
  void errorsNameTheKeyword(String changes, String code, String keyword, String says) {
    NightjarException thrown =
        catchThrowableOfType(NightjarException.class, () -> Wcs.of(change(changes)));
    assertThat(thrown).as(changes).isNotNull();
    Problem problem = thrown.problem();
    assertThat(problem.category()).isEqualTo(Category.DATA);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.place()).isEqualTo(keyword);
    assertThat(problem.message()).contains(keyword).contains(says);
    assertThat(problem.remedy()).isNotEmpty();
  }

  @Test
  void headersWithoutASkyHaveNone() throws Exception {
    assertThat(Wcs.of(Facts.NONE)).isEmpty();
    assertThat(Wcs.of(change("CTYPE1=LINEAR; CTYPE2="))).isEmpty();
    assertThat(Wcs.of(change("CTYPE1=; CTYPE2=; CTYPE1A=RA---TAN; CTYPE2A=DEC--TAN"))).isEmpty();
    assertThat(Wcs.of(change("CTYPE1=RA; CTYPE2=DEC"))).isEmpty();
  }

  @Test
  void numbersMayStandInQuotes() throws Exception {
    Facts quoted = Headers.of("TAN", 0, 0, 0.001, "CRVAL1", " 1.505D2", "CRVAL2", "-5");
    assertThat(Wcs.of(quoted).orElseThrow().toSky(500, 400).distance(new SkyPoint(150.5, -5)))
        .isLessThan(1e-9);
  }

  @Test
  void distortionsThatFoldGiveNoPixelRatherThanAWrongOne() throws Exception {
    // x' = x + x^2 / 1000 turns back at x = -500: nothing lies beyond -250.
    Wcs wcs =
        Headers.wcs(
            "TAN-SIP", 10, 0, 0.001, "A_ORDER", 2, "B_ORDER", 2, "A_2_0", 0.001, "CDELT1", 0.001);
    PixelPoint inside = wcs.toPixel(10 - 0.2, 0);
    assertThat(wcs.toSky(inside.x(), inside.y()).distance(new SkyPoint(9.8, 0))).isLessThan(1e-9);
    assertThat(wcs.toPixel(10 - 0.3, 0).exists()).isFalse();
  }
}
