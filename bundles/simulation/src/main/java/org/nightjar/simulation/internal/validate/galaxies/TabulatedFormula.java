package org.nightjar.simulation.internal.validate.galaxies;

import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nightjar.galaxies.spectrum.Spectrum;

/**
 * A spectrum in words, such as {@code f_lambda = 1e-17 (lam/5000)^-1.2 erg/s/cm2/A, tabulated every
 * 25 A from 3000 to 12000 A, linear interpolation}.
 */
final class TabulatedFormula {
  private static final Pattern FORM =
      Pattern.compile(
          "f_lambda = (.*?) erg/s/cm2/A, tabulated every ([0-9.]+) A from ([0-9.]+) to ([0-9.]+) A,"
              + " linear interpolation");
  private static final int MOST = 1_000_000;

  private TabulatedFormula() {}

  static Spectrum spectrum(String words) throws UnknownException {
    Matcher form = FORM.matcher(words);
    if (!form.matches()) {
      throw new UnknownException("no formula: " + words);
    }
    DoubleUnaryOperator flux = Formula.of(form.group(1), "lam");
    double step = Double.parseDouble(form.group(2));
    double from = Double.parseDouble(form.group(3));
    double count = Math.rint((Double.parseDouble(form.group(4)) - from) / step) + 1;
    if (!(count >= 2 && count <= MOST)) {
      throw new UnknownException("a table of " + count + " wavelengths");
    }
    double[] wavelengths = new double[(int) count];
    double[] values = new double[(int) count];
    for (int i = 0; i < count; i++) {
      wavelengths[i] = from + i * step;
      values[i] = flux.applyAsDouble(wavelengths[i]);
    }
    return new Spectrum(wavelengths, values);
  }
}
