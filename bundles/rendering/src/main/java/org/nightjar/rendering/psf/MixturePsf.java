package org.nightjar.rendering.psf;

import java.util.List;
import java.util.stream.IntStream;
import org.osgi.annotation.versioning.ProviderType;

/** A sum of round Gaussians about one middle; two of them are the double Gaussian. */
@ProviderType
public final class MixturePsf implements Psf {
  private final double[] shares;
  private final List<GaussianPsf> parts;
  private final double fwhm;

  /**
   * A sum.
   *
   * @param shares of the light, above 0; divided by their sum
   * @param parts as many
   */
  public MixturePsf(List<Double> shares, List<GaussianPsf> parts) {
    if (parts.isEmpty()
        || shares.size() != parts.size()
        || !shares.stream().allMatch(s -> s > 0 && Double.isFinite(s))) {
      throw new IllegalArgumentException(
          shares + " for " + parts.size() + " parts: each part has one share above 0");
    }
    double sum = shares.stream().mapToDouble(s -> s).sum();
    this.shares = shares.stream().mapToDouble(s -> s / sum).toArray();
    this.parts = List.copyOf(parts);
    this.fwhm = width();
  }

  /**
   * A narrow and a wide Gaussian.
   *
   * @param wideShare of the light in the wide one, above 0 and below 1
   */
  public static MixturePsf doubleGaussian(double narrow, double wide, double wideShare) {
    return new MixturePsf(
        List.of(1 - wideShare, wideShare), List.of(new GaussianPsf(narrow), new GaussianPsf(wide)));
  }

  @Override
  public double fwhm() {
    return fwhm;
  }

  @Override
  public double density(double dx, double dy) {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i] * parts.get(i).density(dx, dy);
    }
    return sum;
  }

  @Override
  public double inPixel(double dx, double dy, double side) {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i] * parts.get(i).inPixel(dx, dy, side);
    }
    return sum;
  }

  @Override
  public double reach() {
    return parts.stream().mapToDouble(Psf::reach).max().orElseThrow();
  }

  @Override
  public Kernel sampled(double scale, int side) {
    return Kernel.ofFactors(
        IntStream.range(0, shares.length)
            .mapToObj(i -> new Kernel.Factor(shares[i], parts.get(i).sampledLine(scale, side)))
            .toList());
  }

  @Override
  public Kernel integrated(double scale, int side) {
    return Kernel.ofFactors(
        IntStream.range(0, shares.length)
            .mapToObj(i -> new Kernel.Factor(shares[i], parts.get(i).integratedLine(scale, side)))
            .toList());
  }

  private double width() {
    double half = 0.5 * density(0, 0);
    double low = 0;
    double high = reach();
    for (int i = 0; i < 60; i++) {
      double middle = 0.5 * (low + high);
      if (density(middle, 0) > half) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low + high;
  }
}
