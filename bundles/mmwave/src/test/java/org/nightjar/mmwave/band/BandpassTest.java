package org.nightjar.mmwave.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;

class BandpassTest {
  @Test
  void unitsAreThoseOfTheLiterature() {
    // Sehgal et al. 2010 (README of the maps): Jy/sr to dT/T of 2.726 K.
    assertThat(Blackbody.perKelvin(90) * 2.726 / 5.526540e8).isCloseTo(1, within(2e-3));
    assertThat(Blackbody.perKelvin(148) * 2.726 / 1.072480e9).isCloseTo(1, within(2e-3));
    assertThat(Blackbody.perKelvin(219) * 2.726 / 1.318837e9).isCloseTo(1, within(2e-3));
    // dB/dT is the derivative of B.
    double slope =
        (Blackbody.intensity(150, 2.7255 + 1e-4) - Blackbody.intensity(150, 2.7255 - 1e-4)) / 2e-4;
    assertThat(slope / Blackbody.perKelvin(150)).isCloseTo(1, within(1e-7));
    assertThat(Blackbody.x(150)).isCloseTo(2.6413, within(1e-4));
  }

  @Test
  void theBackgroundIsTheSameInAllBands() {
    for (Bandpass band :
        new Bandpass[] {Bandpass.at(95), Bandpass.topHat(150, 40), Bandpass.topHat(220, 60)}) {
      assertThat(band.microkelvin(Blackbody::perKelvin)).isCloseTo(1e6, within(1e-6));
      assertThat(band.average(nu -> 3.0)).isCloseTo(3, within(1e-12));
    }
  }

  @Test
  void narrowBandsAreLikeOneFrequency() {
    double wide = Bandpass.topHat(150, 1e-3).microkelvin(nu -> nu * nu);
    assertThat(wide / Bandpass.at(150).microkelvin(nu -> nu * nu)).isCloseTo(1, within(1e-6));
  }

  @Test
  void effectiveFrequenciesLeanTowardsTheBrightSide() {
    Bandpass band = Bandpass.topHat(150, 40);
    double dust = band.effectiveFrequency(nu -> Math.pow(nu, 3.4) / Blackbody.perKelvin(nu));
    double radio = band.effectiveFrequency(nu -> Math.pow(nu, -0.7) / Blackbody.perKelvin(nu));
    assertThat(dust).isGreaterThan(radio).isBetween(150.0, 156.0);
    assertThat(radio).isBetween(147.0, 151.0);
    assertThat(Bandpass.at(150).effectiveFrequency(nu -> nu)).isEqualTo(150);
    assertThat(band.centre()).isCloseTo(150, within(1e-9));
  }

  @Test
  void tablesAreIntegrated() {
    Bandpass triangle = Bandpass.table(new double[] {140, 150, 160}, new double[] {0, 2, 0});
    assertThat(triangle.centre()).isCloseTo(150, within(1e-12));
    assertThatThrownBy(() -> Bandpass.table(new double[] {2, 1}, new double[] {1, 1}))
        .hasMessageContaining("rise");
    assertThatThrownBy(() -> Bandpass.topHat(100, 250)).hasMessageContaining("250");
  }

  @Test
  void beamsAreOneAtTheOrigin() {
    Beam gaussian = Beam.gaussian(1.2);
    assertThat(gaussian.at(0)).isEqualTo(1);
    // Half of the peak at half the full width: transform back along a line.
    double sigma = 1.2 / Math.sqrt(8 * Math.log(2));
    double ell = 1 / (sigma * Math.PI / 180 / 60);
    assertThat(gaussian.at(ell)).isCloseTo(Math.exp(-0.5), within(1e-12));
    assertThat(Beam.gaussian(0).at(30_000)).isEqualTo(1);
    Beam table = Beam.table(new double[] {0, 1000, 2000}, new double[] {2, 1, 0.5});
    assertThat(table.at(0)).isEqualTo(1);
    assertThat(table.at(500)).isCloseTo(0.75, within(1e-12));
    assertThat(table.at(2001)).isZero();
    assertThatThrownBy(() -> Beam.table(new double[] {1, 2}, new double[] {1, 1}))
        .hasMessageContaining("from 0");
  }

  @Test
  void beamsCanBeRead() throws NightjarException {
    Beam beam = Beam.read(new StringReader("# ell B\n0 1.0 0\n1000 0.5 0\n"), "beam.txt");
    assertThat(beam.at(500)).isCloseTo(0.75, within(1e-12));
    for (String bad :
        new String[] {"", "0 1", "0 1\n0 1", "0 1\n5 NaN", "0 0\n1 1", "0 one\n1 1"}) {
      assertThatThrownBy(() -> Beam.read(new StringReader(bad), "beam.txt"))
          .isInstanceOf(NightjarException.class)
          .hasMessageContaining("beam.txt");
    }
  }
}
