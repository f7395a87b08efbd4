package org.nightjar.mmwave.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;

class SurveysTest {
  @Test
  void shippedOnesCanBeRead() throws NightjarException {
    Surveys surveys = Surveys.shipped();
    assertThat(surveys.names())
        .containsExactly("spt-3g", "spt-deep", "act-dr6", "so-baseline", "planck-hfi");
    Band band = surveys.bands("spt-3g").get(1);
    assertThat(band.name()).isEqualTo("150");
    assertThat(band.noise().depth()).isEqualTo(4.4);
    assertThat(band.fwhm()).isEqualTo(1.17);
    for (String name : surveys.names()) {
      for (Band each : surveys.bands(name)) {
        assertThat(each.source()).as(name).containsPattern(" [PCA](;|\\b)");
      }
    }
  }

  @Test
  void unknownOnesAreNamed() {
    assertThatThrownBy(() -> Surveys.shipped().bands("wmap"))
        .isInstanceOf(NightjarException.class)
        .hasMessageContaining("wmap");
  }

  @Test
  void badLinesAreNamed() {
    for (String bad :
        new String[] {
          "a|b|c", "s|b|x|1|1|1|1|1|me", "s|b|90|200|1|1|1|1|me", "s|b|90|9|-1|1|1|1|me"
        }) {
      assertThatThrownBy(() -> Surveys.read(new StringReader("# text\n" + bad), "mine"))
          .isInstanceOf(NightjarException.class)
          .hasMessageContaining("mine, line 2");
    }
  }

  @Test
  void noiseHasItsKnee() {
    Noise noise = new Noise(2, 1000, 3);
    double white = AngularSpectra.white(2);
    assertThat(noise.at(1000)).isCloseTo(2 * white, within(1e-18));
    assertThat(noise.at(100_000)).isCloseTo(white, within(white * 1e-5));
    assertThat(noise.at(500)).isCloseTo(9 * white, within(1e-18));
    assertThat(noise.at(1)).isEqualTo(noise.at(30));
    assertThat(Noise.white(2).at(3)).isCloseTo(white, within(1e-18));
    assertThat(noise.perPixel(0.5)).isEqualTo(4);
  }

  /** The definition, written a second time. */
  private static final class AngularSpectra {
    static double white(double depth) {
      return Math.pow(depth / 60 * Math.PI / 180, 2);
    }
  }
}
