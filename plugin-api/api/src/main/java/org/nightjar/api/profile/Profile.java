package org.nightjar.api.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nightjar.api.product.Facts;

/**
 * An observatory's own names.
 *
 * @param name the profile's name, such as {@code generic}
 * @param site where the telescope stands
 * @param keywords FITS keywords to look at for each fact of {@code FactNames}, in this order
 * @param levels numbers such as {@code saturation} (pixel units) and {@code gain} (electrons per
 *     pixel unit), used where the product does not say
 * @param values everything else the profile file holds, for tasks that know more of it
 */
public record Profile(
    String name,
    Site site,
    Map<String, List<String>> keywords,
    Map<String, Double> levels,
    Facts values) {

  /** Copies the maps. */
  public Profile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(site, "site");
    Map<String, List<String>> copy = new LinkedHashMap<>();
    keywords.forEach((fact, names) -> copy.put(fact, List.copyOf(names)));
    keywords = Collections.unmodifiableMap(copy);
    levels = Map.copyOf(levels);
    Objects.requireNonNull(values, "values");
  }
}
