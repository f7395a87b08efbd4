package org.nightjar.galaxies.spectrum;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Templates of which galaxies are sums.
 *
 * @param templates at least one
 */
@ProviderType
public record TemplateSet(List<Template> templates) {
  /** Copies. */
  public TemplateSet {
    templates = List.copyOf(templates);
    if (templates.isEmpty()) {
      throw new IllegalArgumentException("a set of no templates");
    }
  }

  /** Five populations made from formulas; see {@link SyntheticPopulation}. */
  public static TemplateSet synthetic() {
    return new TemplateSet(SyntheticPopulation.all());
  }

  /** How many templates. */
  public int size() {
    return templates.size();
  }

  /** What their stars are like. */
  public StellarContent content() {
    return new StellarContent(
        each(Template::mass),
        each(Template::remaining),
        each(Template::metallicity),
        each(Template::mass300),
        each(Template::mass1000));
  }

  /**
   * The light of each template through a filter.
   *
   * @param into to fill
   * @param at where the first goes
   */
  void maggies(Filter filter, double z, double[] into, int at) {
    for (int i = 0; i < templates.size(); i++) {
      into[at + i] = filter.maggies(templates.get(i).spectrum(), z);
    }
  }

  /**
   * The light of a sum of templates through a filter, by exact integrals; for many galaxies use
   * {@link Photometry}.
   *
   * @param z at least 0; no distance is applied
   * @param coefficients one for each template
   * @return in units of the light of 0 mag
   */
  public double maggies(Filter filter, double z, double... coefficients) {
    if (coefficients.length != size()) {
      throw new IllegalArgumentException(
          coefficients.length + " coefficients of " + size() + " templates");
    }
    double sum = 0;
    for (int i = 0; i < coefficients.length; i++) {
      sum += coefficients[i] * filter.maggies(templates.get(i).spectrum(), z);
    }
    return sum;
  }

  private double[] each(ToDoubleFunction<Template> property) {
    return templates.stream().mapToDouble(property).toArray();
  }
}
