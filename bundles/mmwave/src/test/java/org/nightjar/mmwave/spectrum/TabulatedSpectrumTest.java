package org.nightjar.mmwave.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.nightjar.api.error.NightjarException;
import org.nightjar.mmwave.spectrum.TabulatedSpectrum.Form;

class TabulatedSpectrumTest {
  @Test
  void readsTables() throws NightjarException {
    String text = "# ell, D\n 0 5\n2 100 7\n\n4, 300\n8;100\n";
    TabulatedSpectrum spectrum =
        TabulatedSpectrum.read(new StringReader(text), Form.SCALED_MICROKELVIN, "text");
    assertThat(spectrum.scaled(2)).isEqualTo(100);
    assertThat(spectrum.scaled(3)).isEqualTo(200);
    assertThat(spectrum.scaled(6)).isEqualTo(200);
    assertThat(spectrum.scaled(1)).isEqualTo(100);
    assertThat(spectrum.scaled(9)).isZero();
    assertThat(spectrum.at(0)).isZero();
    assertThat(spectrum.at(4)).isCloseTo(300 * 2 * Math.PI / 20, within(1e-12));
  }

  @Test
  void knowsUnits() throws NightjarException {
    double wanted = 1000;
    double power = wanted * 2 * Math.PI / (100 * 101);
    assertThat(read("100 " + power, Form.POWER_MICROKELVIN)).isCloseTo(wanted, within(1e-9));
    assertThat(read("100 " + power * 1e-12, Form.POWER_KELVIN)).isCloseTo(wanted, within(1e-9));
    assertThat(read("100 " + wanted / 2.7255e6 / 2.7255e6, Form.SCALED_RELATIVE))
        .isCloseTo(wanted, within(1e-9));
  }

  private static double read(String text, Form form) throws NightjarException {
    return TabulatedSpectrum.read(new StringReader(text), form, "text").scaled(100);
  }

  @Test
  void namesTheLine() {
    for (String bad :
        new String[] {"2 1\n3 x\n", "2 1\n3\n", "2 1\n3 NaN", "5 1\n4 1", "2 -1", ""}) {
      assertThatThrownBy(
              () -> TabulatedSpectrum.read(new StringReader(bad), Form.POWER_KELVIN, "cl.txt"))
          .isInstanceOf(NightjarException.class)
          .hasMessageContaining("cl.txt");
    }
  }

  @Test
  void theFormulaKeepsItsPromise() throws Exception {
    Path table =
        Path.of(System.getProperty("nightjar.testdata", "")).resolve("sz/cmb_lensed_TT_Dl.csv");
    assumeTrue(Files.exists(table), "no " + table);
    try (Reader reader = Files.newBufferedReader(table)) {
      TabulatedSpectrum truth =
          TabulatedSpectrum.read(reader, Form.SCALED_MICROKELVIN, table.toString());
      double square = 0;
      int count = 0;
      for (double ell = 2; ell <= 8250; ell += ell < 100 ? 1 : 10) {
        double error = CmbSpectrum.STANDARD.scaled(ell) / truth.scaled(ell) - 1;
        assertThat(Math.abs(error)).as("ell %s", ell).isLessThan(0.06);
        square += error * error;
        count++;
      }
      assertThat(Math.sqrt(square / count)).isLessThan(0.02);
    }
  }

  @Test
  void theFormulaHasPeaks() {
    // Planck 2018 results I, table 5: peaks of TT at 220.6 and 538.1, 5733 and 2586 uK^2.
    double best = 2;
    for (double ell = 100; ell < 350; ell += 0.5) {
      best = CmbSpectrum.STANDARD.scaled(ell) > CmbSpectrum.STANDARD.scaled(best) ? ell : best;
    }
    assertThat(best).isCloseTo(220.6, within(4.0));
    assertThat(CmbSpectrum.STANDARD.scaled(best)).isCloseTo(5733, within(120.0));
    assertThat(CmbSpectrum.STANDARD.scaled(538)).isCloseTo(2586, within(60.0));
    assertThat(CmbSpectrum.STANDARD.scaled(1)).isZero();
    assertThat(CmbSpectrum.STANDARD.scaled(20_000)).isBetween(0.0, 0.2);
  }
}
