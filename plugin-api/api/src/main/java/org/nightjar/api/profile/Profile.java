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
 * @param recognise what headers say for which the profile is meant: keywords, and the values that
 *     one of which each must have ({@code *} stands for anything, case does not matter); empty for
 *     a profile that is used by name alone
 * @param keywords FITS keywords to look at for each fact of {@code FactNames}, in this order;
 *     {@code A+B} stands for the values of both, joined by a hyphen
 * @param levels numbers such as {@code saturation} (pixel units) and {@code gain} (electrons per
 *     pixel unit), used where the product does not say
 * @param layout how the instrument's files are laid out
 * @param mask what the bits of masks mean
 * @param thresholds limits of measured numbers, by the measurement's name
 * @param values everything else the profile file holds, for tasks that know more of it
 */
public record Profile(
    String name,
    Site site,
    Map<String, List<String>> recognise,
    Map<String, List<String>> keywords,
    Map<String, Double> levels,
    Layout layout,
    MaskBits mask,
    Map<String, List<Threshold>> thresholds,
    Facts values) {

  /** Copies the maps. */
  public Profile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(site, "site");
    recognise = copy(recognise);
    keywords = copy(keywords);
    levels = Map.copyOf(levels);
    Objects.requireNonNull(layout, "layout");
    Objects.requireNonNull(mask, "mask");
    thresholds = copy(thresholds);
    Objects.requireNonNull(values, "values");
  }

  /** A profile of which only names and levels are known. */
  public static Profile of(
      String name, Site site, Map<String, List<String>> keywords, Map<String, Double> levels) {
    return new Profile(
        name, site, Map.of(), keywords, levels, Layout.UNKNOWN, MaskBits.OWN, Map.of(), Facts.NONE);
  }

  private static <T> Map<String, List<T>> copy(Map<String, List<T>> map) {
    Map<String, List<T>> copy = new LinkedHashMap<>();
    map.forEach((name, items) -> copy.put(name, List.copyOf(items)));
    return Collections.unmodifiableMap(copy);
  }
}
