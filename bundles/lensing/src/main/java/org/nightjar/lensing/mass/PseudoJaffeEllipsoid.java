package org.nightjar.lensing.mass;

import java.util.Optional;
import org.nightjar.rendering.light.Ellipse;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An isothermal ellipsoid with a core and an end (dPIE): the difference of two isothermal
 * ellipsoids with cores, elliptical in its convergence; {@link SphericalPseudoJaffe} if it is
 * round.
 *
 * <p>Source: A. Eliasdottir et al., arXiv:0710.5636, appendix A; C. R. Keeton, astro-ph/0102341,
 * section 3.4.
 */
@ProviderType
public final class PseudoJaffeEllipsoid implements MassProfile {
  private final IsothermalEllipsoid core;
  private final IsothermalEllipsoid end;

  /**
   * An ellipsoid.
   *
   * @param ellipse middle and shape
   * @param strength sigma_0
   * @param coreRadius R_a, product-averaged, arcsec, above 0
   * @param endRadius R_s, product-averaged, arcsec, above R_a
   */
  public PseudoJaffeEllipsoid(
      Ellipse ellipse, double strength, double coreRadius, double endRadius) {
    Ranges.above0("a core radius", coreRadius);
    Ranges.above0("an end radius less the core radius", endRadius - coreRadius);
    double einstein = 2 * strength * coreRadius * endRadius / (endRadius - coreRadius);
    this.core = IsothermalEllipsoid.withCoreScale(ellipse, einstein, coreRadius);
    this.end = IsothermalEllipsoid.withCoreScale(ellipse, -einstein, endRadius);
  }

  @Override
  public double potential(double x, double y) {
    return core.potential(x, y) + end.potential(x, y);
  }

  @Override
  public void deflect(double x, double y, Derivatives sum) {
    core.deflect(x, y, sum);
    end.deflect(x, y, sum);
  }

  @Override
  public void differentiate(double x, double y, Derivatives sum) {
    core.differentiate(x, y, sum);
    end.differentiate(x, y, sum);
  }

  @Override
  public Optional<Centre> centre() {
    return core.centre();
  }
}
