package org.nightjar.api.profile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.nightjar.api.product.PlaneRole;

/**
 * How an instrument's files are laid out.
 *
 * @param frameTypes for each frame type of {@code FactNames.FRAME_TYPE}, how the observatory spells
 *     it; {@code *} stands for anything, case does not matter
 * @param planes for each companion plane, how its extension is named; {@code *} stands for
 *     anything, {@code {name}} for the name of the image it belongs to
 * @param sections where keywords tell the places of data and overscan
 * @param detectors where each detector lies in the focal plane, by its name
 */
public record Layout(
    Map<String, List<String>> frameTypes,
    Map<PlaneRole, List<String>> planes,
    Sections sections,
    Map<String, Place> detectors) {
  /** Nothing is known. */
  public static final Layout UNKNOWN =
      new Layout(Map.of(), Map.of(), new Sections(List.of(), List.of(), List.of()), Map.of());

  /** Copies the maps, sorted. */
  public Layout {
    frameTypes = copy(frameTypes);
    planes = copy(planes);
    Objects.requireNonNull(sections, "sections");
    detectors = Collections.unmodifiableMap(new TreeMap<>(detectors));
  }

  private static <K extends Comparable<K>> Map<K, List<String>> copy(Map<K, List<String>> map) {
    Map<K, List<String>> copy = new TreeMap<>();
    map.forEach((key, names) -> copy.put(key, List.copyOf(names)));
    return Collections.unmodifiableMap(copy);
  }

  /**
   * Keywords whose values are sections such as {@code [1:2048,1:4096]} (FITS order, one-based,
   * inclusive).
   *
   * @param data of the pixels that saw light; the first that is there counts
   * @param overscan of the pixels that did not
   * @param amplifiers what is put behind these keywords (and those of gain, read noise and
   *     saturation) for each amplifier of a detector; empty for detectors with one
   */
  public record Sections(List<String> data, List<String> overscan, List<String> amplifiers) {
    /** Copies the lists. */
    public Sections {
      data = List.copyOf(data);
      overscan = List.copyOf(overscan);
      amplifiers = List.copyOf(amplifiers);
    }
  }

  /**
   * Where the centre of a detector lies in the focal plane, in detector widths and heights from the
   * centre, as the mosaic is usually drawn.
   *
   * @param x to the right
   * @param y up
   */
  public record Place(double x, double y) {}
}
