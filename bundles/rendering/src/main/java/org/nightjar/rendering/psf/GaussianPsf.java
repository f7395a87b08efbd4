package org.nightjar.rendering.psf;

import java.util.List;
import org.nightjar.rendering.internal.numeric.Gamma;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A round Gaussian.
 *
 * @param fwhm arcsec, above 0
 */
@ProviderType
public record GaussianPsf(double fwhm) implements Psf {
  private static final double FWHM_PER_SIGMA = 2 * Math.sqrt(2 * Math.log(2));

  /** Share of the light beyond the reach: 2e-6. */
  private static final double SIGMAS = 5.1;

  /** Checks the range. */
  public GaussianPsf {
    Widths.check(fwhm);
  }

  /** Standard deviation along a line, arcsec. */
  public double sigma() {
    return fwhm / FWHM_PER_SIGMA;
  }

  @Override
  public double density(double dx, double dy) {
    double square = sigma() * sigma();
    return Math.exp(-0.5 * (dx * dx + dy * dy) / square) / (2 * Math.PI * square);
  }

  @Override
  public double inPixel(double dx, double dy, double side) {
    return inLine(dx, side) * inLine(dy, side);
  }

  @Override
  public double reach() {
    return SIGMAS * sigma();
  }

  @Override
  public Kernel sampled(double scale, int side) {
    return Kernel.ofFactors(List.of(new Kernel.Factor(1, sampledLine(scale, side))));
  }

  @Override
  public Kernel integrated(double scale, int side) {
    return Kernel.ofFactors(List.of(new Kernel.Factor(1, integratedLine(scale, side))));
  }

  double[] sampledLine(double scale, int side) {
    double[] line = new double[side];
    for (int i = 0; i < side; i++) {
      double x = (i - side / 2) * scale / sigma();
      line[i] = Math.exp(-0.5 * x * x);
    }
    return line;
  }

  double[] integratedLine(double scale, int side) {
    double[] line = new double[side];
    for (int i = 0; i < side; i++) {
      line[i] = inLine((i - side / 2) * scale, scale);
    }
    return line;
  }

  /** Share of the light between two lines. */
  private double inLine(double middle, double side) {
    double unit = Math.sqrt(2) * sigma();
    return 0.5
        * (Gamma.erf((middle + 0.5 * side) / unit) - Gamma.erf((middle - 0.5 * side) / unit));
  }
}
