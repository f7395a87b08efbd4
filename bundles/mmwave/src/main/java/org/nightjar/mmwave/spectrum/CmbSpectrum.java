package org.nightjar.mmwave.spectrum;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The lensed temperature fluctuations of the cosmic microwave background in the standard model, as
 * a formula: for simulations without a table at hand, not for cosmology.
 *
 * <p>D_ell = e^a (1 + e^b ell^c) exp[-(ell/l_c)^m] + e^d (ell/2)^-e + sum of seven Gaussian peaks
 * in ell + e^t (ell/3000)^u / [1 + (ell/l_t)^v]: plateau with its rise, late-time rise, acoustic
 * peaks, tail by lensing. Of our own; its 32 numbers were fitted (least squares in ln D_ell) to a
 * spectrum computed with CAMB for the Planck cosmology of 2015, the table
 * cosmo2017_10K_acc3_lensedCls.dat that pixell ships. It departs from that table by at most 6
 * percent (at ell of some 2700), by 1.8 percent rms, from ell = 2 to 8250. Above, the tail goes on
 * like ell^-4.
 */
@ProviderType
public final class CmbSpectrum implements AngularSpectrum {
  /** The only one. */
  public static final CmbSpectrum STANDARD = new CmbSpectrum();

  /** Logarithm of the height (uK^2), multipole and width of each peak. */
  private static final double[][] PEAKS = {
    {8.619134, 217.7778, 94.34321},
    {7.683881, 534.1389, 86.55184},
    {7.572829, 811.3128, 95.44963},
    {6.466725, 1135.166, 84.85819},
    {5.890048, 1433.420, 84.87949},
    {4.624529, 1760.771, 74.96941},
    {3.997703, 2063.116, 80.57782}
  };

  private CmbSpectrum() {}

  @Override
  public double at(double ell) {
    return ell < 2 ? 0 : scaled(ell) * 2 * Math.PI / (ell * (ell + 1));
  }

  @Override
  public double scaled(double ell) {
    if (ell < 2) {
      return 0;
    }
    double plateau =
        Math.exp(5.810391)
            * (1 + Math.exp(-21.56595 + 3.820248 * Math.log(ell)))
            * Math.exp(-Math.pow(ell / 212.8729, 0.9303823));
    double late = Math.exp(5.941616 - 1.345691 * Math.log(ell / 2));
    double tail =
        Math.exp(25.36035 + 83.80114 * Math.log(ell / 3000))
            / (1 + Math.pow(ell / 2290.911, 87.66515));
    double sum = plateau + late + tail;
    for (double[] peak : PEAKS) {
      double away = (ell - peak[1]) / peak[2];
      sum += Math.exp(peak[0] - 0.5 * away * away);
    }
    return sum;
  }
}
