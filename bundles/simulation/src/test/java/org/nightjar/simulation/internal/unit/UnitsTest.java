package org.nightjar.simulation.internal.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "deg2, arcmin2, 3600",
    "deg**2, sr, 3.0461741978670857e-4",
    "kpc, Mpc, 1e-3",
    "km/s, m s-1, 1e3",
    "Mpc-3 mag-1, kpc-3.mag^-1, 1e-9",
    "1/Mpc3, Mpc-3, 1",
    "erg/s/cm2, W m-2, 1e-3",
    "Gyr, yr, 1e9",
    "mJy, uJy, 1000",
    "%, '', 0.01",
    "pc, AU, 206264.80624709636"
  })
  void converts(String from, String to, double factor) {
    assertThat(Units.parse(from).orElseThrow().to(Units.parse(to).orElseThrow()).orElseThrow())
        .isCloseTo(factor, within(1e-12 * factor));
  }

  @ParameterizedTest
  @CsvSource({"deg, kpc", "mag, ''", "deg, deg2", "mag, dex", "Jy, mag", "adu, electron"})
  void refuses(String from, String to) {
    assertThat(Units.parse(from).orElseThrow().to(Units.parse(to).orElseThrow())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"parsec", "deg^", "/s", "km//s", "2 m", "m 3", "11", "deg-x"})
  void doesNotUnderstand(String text) {
    assertThat(Units.parse(text)).isEmpty();
  }

  @Test
  void quantitiesHaveNumberAndUnit() {
    assertThat(Quantity.parse("10 deg2")).contains(new Quantity(10, "deg2"));
    assertThat(Quantity.parse("-1.5e-3kpc")).contains(new Quantity(-1.5e-3, "kpc"));
    assertThat(Quantity.parse(" 7 ")).contains(new Quantity(7, ""));
    assertThat(Quantity.parse("ten deg")).isEmpty();
  }
}
