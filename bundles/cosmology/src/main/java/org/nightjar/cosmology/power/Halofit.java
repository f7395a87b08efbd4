package org.nightjar.cosmology.power;

import static java.lang.Math.abs;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.pow;

import org.nightjar.cosmology.FriedmannCosmology;

/**
 * Non-linear power spectra by halofit: Smith et al. 2003 (MNRAS 341, 1311), appendix C, with the
 * coefficients of one of the {@link HalofitModel models}. Good to 5 to 10 % for k below 10 h/Mpc
 * and redshifts below 3. Immutable; one object per redshift.
 */
public final class Halofit implements PowerSpectrum {
  private final PowerSpectrum linear;
  private final HalofitModel model;
  private final double h;
  private final NonlinearScale scale;
  private final double om;
  private final double darkFraction;
  private final double neutrinoFraction;
  private final HalofitModel.Coefficients c;

  /**
   * The non-linear spectrum that belongs to a linear one.
   *
   * @param linear the linear spectrum at the redshift
   */
  public Halofit(
      HalofitModel model, PowerSpectrum linear, FriedmannCosmology cosmology, double redshift) {
    this.model = model;
    this.linear = linear;
    h = cosmology.parameters().h();
    om = cosmology.matterDensity(redshift);
    double dark = cosmology.darkEnergyDensity(redshift);
    darkFraction = om == 1 ? 0 : dark / (1 - om);
    neutrinoFraction =
        cosmology.hasMassiveNeutrinos() ? cosmology.neutrinoDensity(redshift) / om : 0;
    scale = NonlinearScale.of(linear);
    double weighted = dark * (1 + cosmology.darkEnergyState(redshift));
    c = model.at(scale.index(), scale.curvature(), weighted);
  }

  /** Equations C1 to C4; the linear spectrum if nothing has collapsed at this redshift. */
  @Override
  public double at(double k) {
    if (!scale.exists()) {
      return linear.at(k);
    }
    double y = k * scale.radius();
    double power = linear.dimensionless(k);
    double sum = twoHalo(k, y, power) + oneHalo(y);
    return sum * 2 * Math.PI * Math.PI / (k * k * k);
  }

  /** C2, with the neutrinos of Bird et al. 2012, A9 and A10, whose k is in h/Mpc. */
  private double twoHalo(double k, double y, double power) {
    double beta = c.beta();
    double raised = power;
    if (model.neutrinos() && neutrinoFraction > 0) {
      double kh = k / h;
      beta += neutrinoFraction * (-6.49 + 1.44 * scale.index() * scale.index());
      raised = power * (1 + 26.3 * neutrinoFraction * kh * kh / (1 + 1.5 * kh * kh));
    }
    return power * pow(1 + raised, beta) / (1 + c.alpha() * raised) * exp(-y / 4 - y * y / 8);
  }

  /** C3 and C4, with the neutrinos of Bird et al. 2012, A6 and A7. */
  private double oneHalo(double y) {
    double f1 = mixed(-0.0732, -0.0307);
    double f2 = mixed(-0.1423, -0.0585);
    double f3 = mixed(0.0725, 0.0743);
    double plain =
        c.a() * pow(y, 3 * f1) / (1 + c.b() * pow(y, f2) + pow(c.c() * f3 * y, 3 - c.gamma()));
    double halo = plain / (1 + c.mu() / y + c.nu() / (y * y));
    if (model.neutrinos() && neutrinoFraction > 0) {
      halo *= 1 + neutrinoFraction * (2.080 - 12.4 * (om - 0.3)) / (1 + 1.2e-3 * y * y * y);
    }
    return halo;
  }

  /** C17 and C18: between open and flat by the share of dark energy in what is not matter. */
  private double mixed(double open, double flat) {
    return darkFraction * pow(om, flat) + (1 - darkFraction) * pow(om, open);
  }

  /** The scale where the density contrast is of the order of 1, and the spectrum's shape there. */
  record NonlinearScale(double radius, double index, double curvature) {
    private static final double SMALLEST = 1e-8;
    private static final double LARGEST = 1e4;

    /** C5 to C8. */
    static NonlinearScale of(PowerSpectrum linear) {
      double low = log(SMALLEST);
      double high = log(LARGEST);
      if (GaussianMoments.of(linear, SMALLEST).zeroth() < 1) {
        return new NonlinearScale(Double.NaN, Double.NaN, Double.NaN);
      }
      double x = 0;
      GaussianMoments moments = GaussianMoments.of(linear, exp(x));
      for (int i = 0; i < 200 && abs(log(moments.zeroth())) > 1e-12 && high - low > 1e-13; i++) {
        if (moments.zeroth() > 1) {
          low = x;
        } else {
          high = x;
        }
        double newton = x + log(moments.zeroth()) * moments.zeroth() / (2 * moments.second());
        x = newton > low && newton < high ? newton : 0.5 * (low + high);
        moments = GaussianMoments.of(linear, exp(x));
      }
      double ratio = moments.second() / moments.zeroth();
      double fourth = moments.fourth() / moments.zeroth();
      return new NonlinearScale(exp(x), 2 * ratio - 3, 4 * (ratio - fourth + ratio * ratio));
    }

    boolean exists() {
      return !Double.isNaN(radius);
    }
  }
}
