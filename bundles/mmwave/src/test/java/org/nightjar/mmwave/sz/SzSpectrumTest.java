package org.nightjar.mmwave.sz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nightjar.mmwave.band.Bandpass;

class SzSpectrumTest {
  @ParameterizedTest
  @CsvSource({
    "95, -1.5540",
    "150, -0.9533",
    "220, 0.0383",
    "90, -1.5979",
    "148, -0.9785",
    "219, 0.0229"
  })
  void valuesOfTheClassicalSpectrum(double gigahertz, double wanted) {
    assertThat(SzSpectrum.classical(gigahertz)).isCloseTo(wanted, within(6e-5));
  }

  @Test
  void microkelvinsOfBands() {
    assertThat(SzSpectrum.microkelvin(Bandpass.at(95))).isCloseTo(-4.2354e6, within(100.0));
    assertThat(SzSpectrum.microkelvin(Bandpass.at(150))).isCloseTo(-2.5983e6, within(100.0));
    assertThat(SzSpectrum.microkelvin(Bandpass.at(220))).isCloseTo(1.0439e5, within(100.0));
  }

  @Test
  void crossesZeroAt217() {
    double low = 200;
    double high = 240;
    while (high - low > 1e-9) {
      double middle = (low + high) / 2;
      if (SzSpectrum.classical(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    assertThat(low).isCloseTo(217.5, within(0.05));
    // Hot gas moves it upwards (Itoh et al. 1998: x0 = 3.830 (1 + 1.1674 theta - 0.8533 theta^2));
    // 0.003 is a thousandth of the frequency.
    double theta = 10 / SzSpectrum.ELECTRON;
    double shifted = low * (1 + 1.1674 * theta - 0.8533 * theta * theta);
    assertThat(SzSpectrum.at(shifted, 10)).isCloseTo(0, within(3e-3));
    assertThat(SzSpectrum.at(low, 10)).isLessThan(-0.05);
  }

  @Test
  void lowFrequenciesLoseSeventeenTenthsOfTheta() {
    // Rayleigh-Jeans limit: dT/T = -2 y (1 - 17/10 theta + 123/40 theta^2), Itoh et al. 1998.
    double theta = 5 / SzSpectrum.ELECTRON;
    double wanted = -2 * (1 - 1.7 * theta + 3.075 * theta * theta);
    assertThat(SzSpectrum.at(0.1, 5)).isCloseTo(wanted, within(1e-5));
    assertThat(SzSpectrum.at(150, 0)).isEqualTo(SzSpectrum.classical(150));
  }

  @Test
  void wideBandsMoveTheNull() {
    double narrow = SzSpectrum.microkelvin(Bandpass.at(220));
    double wide = SzSpectrum.microkelvin(Bandpass.topHat(220, 46.4));
    assertThat(Math.abs(wide - narrow)).isGreaterThan(1e3);
    assertThat(SzSpectrum.microkelvin(Bandpass.topHat(150, 30.7)))
        .isCloseTo(-2.5983e6, within(0.05e6));
  }
}
