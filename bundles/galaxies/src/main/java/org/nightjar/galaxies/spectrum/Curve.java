package org.nightjar.galaxies.spectrum;

/** Values at wavelengths, straight in between. */
final class Curve {
  private final double[] wavelengths;
  private final double[] values;
  private final double[] slopes;

  Curve(String what, double[] wavelengths, double[] values) {
    if (wavelengths.length < 2 || wavelengths.length != values.length) {
      throw new IllegalArgumentException(
          what + ": " + wavelengths.length + " wavelengths and " + values.length + " values");
    }
    this.wavelengths = wavelengths.clone();
    this.values = values.clone();
    double before = 0;
    for (int i = 0; i < values.length; i++) {
      if (!(wavelengths[i] > before) || !Double.isFinite(wavelengths[i])) {
        throw new IllegalArgumentException(
            what + ": wavelength " + wavelengths[i] + " is not above " + before);
      }
      if (!(values[i] >= 0) || !Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            what + ": value " + values[i] + " at wavelength " + wavelengths[i]);
      }
      before = wavelengths[i];
    }
    slopes = new double[values.length - 1];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = (values[i + 1] - values[i]) / (wavelengths[i + 1] - wavelengths[i]);
    }
  }

  int size() {
    return values.length;
  }

  double wavelength(int i) {
    return wavelengths[i];
  }

  double value(int i) {
    return values[i];
  }

  double least() {
    return wavelengths[0];
  }

  double most() {
    return wavelengths[wavelengths.length - 1];
  }

  /** The last index whose wavelength is at most this, but not the very last. */
  int before(double wavelength) {
    int low = 0;
    int high = wavelengths.length - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (wavelengths[middle] <= wavelength) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The value at a wavelength of the piece that begins at an index. */
  double at(int i, double wavelength) {
    return values[i] + (wavelength - wavelengths[i]) * slopes[i];
  }
}
