package org.nightjar.galaxies.spectrum;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A filter's response per photon, given at some wavelengths and straight in between; 0 outside. Its
 * scale does not matter.
 *
 * <p>Source of the magnitude system: J. B. Oke and J. E. Gunn, ApJ 266 (1983), 713; 0 mag is 3631
 * Jy at all frequencies.
 */
@ProviderType
public final class Filter {
  /** 3631 Jy in erg/s/cm^2/Hz. */
  private static final double ZERO_MAGNITUDE = 3631e-23;

  /** Angstrom per second. */
  private static final double LIGHT = 2.99792458e18;

  private final String name;
  private final Curve curve;
  private final double reference;

  /**
   * A filter.
   *
   * @param name such as {@code lsst-r}
   * @param wavelengths ascending, Angstrom
   * @param response at least 0, not 0 everywhere
   */
  public Filter(String name, double[] wavelengths, double[] response) {
    this.name = name;
    curve = new Curve("filter " + name, wavelengths, response);
    reference = ZERO_MAGNITUDE * LIGHT * overWavelength();
    if (!(reference > 0)) {
      throw new IllegalArgumentException("filter " + name + " lets nothing through");
    }
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** The shortest wavelength, Angstrom. */
  public double least() {
    return curve.least();
  }

  /** The longest wavelength, Angstrom. */
  public double most() {
    return curve.most();
  }

  /** The mean wavelength, int l R dl / int R dl, Angstrom. */
  public double meanWavelength() {
    double area = 0;
    double moment = 0;
    for (int i = 0; i + 1 < curve.size(); i++) {
      double a = curve.wavelength(i);
      double b = curve.wavelength(i + 1);
      double p = curve.value(i);
      double q = curve.value(i + 1);
      area += (b - a) * (p + q) / 2;
      moment += (b - a) * (p * (2 * a + b) + q * (a + 2 * b)) / 6;
    }
    return moment / area;
  }

  /**
   * The light of a spectrum seen through this filter, in units of that of 0 mag. With light of
   * wavelength l seen at l (1+z) and f_obs(l) = f(l/(1+z)) / (1+z). The integrals are exact for
   * what is given: between points both curves are straight, and Simpson's rule is exact for their
   * product.
   *
   * <p>Source: M. R. Blanton and S. Roweis, AJ 133 (2007), 734; D. W. Hogg et al.,
   * astro-ph/0210394, equation 8.
   *
   * @param z at least 0
   * @throws IllegalArgumentException if the spectrum does not cover the filter
   */
  public double maggies(Spectrum spectrum, double z) {
    double stretch = 1 + z;
    Curve light = spectrum.curve();
    if (light.least() * stretch > curve.least() || light.most() * stretch < curve.most()) {
      throw new IllegalArgumentException(
          String.format(
              "at z = %s the spectrum covers %.0f to %.0f Angstrom, but filter %s needs %.0f to %.0f",
              z,
              light.least() * stretch,
              light.most() * stretch,
              name,
              curve.least(),
              curve.most()));
    }
    double sum = 0;
    int f = 0;
    int s = light.before(curve.least() / stretch);
    double shrink = 1 / stretch;
    double from = curve.least();
    double left = product(light, s, f, from, shrink);
    while (f + 1 < curve.size()) {
      double filterEnd = curve.wavelength(f + 1);
      double lightEnd =
          s + 2 < light.size() ? light.wavelength(s + 1) * stretch : Double.POSITIVE_INFINITY;
      double to = Math.min(filterEnd, lightEnd);
      double right = product(light, s, f, to, shrink);
      sum += (to - from) * (left + 4 * product(light, s, f, (from + to) / 2, shrink) + right);
      left = right;
      if (filterEnd <= to) {
        f++;
      }
      if (lightEnd <= to) {
        s++;
      }
      from = to;
    }
    return sum / (6 * stretch * reference);
  }

  /** AB magnitude of a spectrum. */
  public double magnitude(Spectrum spectrum, double z) {
    return -2.5 * StrictMath.log10(maggies(spectrum, z));
  }

  private double product(Curve light, int s, int f, double wavelength, double shrink) {
    return light.at(s, wavelength * shrink) * wavelength * curve.at(f, wavelength);
  }

  /** int R / l dl. */
  private double overWavelength() {
    double sum = 0;
    for (int i = 0; i + 1 < curve.size(); i++) {
      double a = curve.wavelength(i);
      double b = curve.wavelength(i + 1);
      double slope = (curve.value(i + 1) - curve.value(i)) / (b - a);
      sum += (curve.value(i) - slope * a) * StrictMath.log(b / a) + slope * (b - a);
    }
    return sum;
  }
}
