package org.nightjar.api.profile;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the bits of an observatory's masks mean.
 *
 * @param bits for each of our words ({@code saturated}, {@code dead}, {@code hot}, {@code
 *     cosmic-ray}, {@code streak}, {@code blank}, ...) the number of its bit, 0 to 30
 * @param names the observatory's own name of each of these bits, written into headers
 * @param bad bits that make a pixel unusable in masks that come with the data; -1 for all
 */
public record MaskBits(Map<String, Integer> bits, Map<Integer, String> names, long bad) {
  /** Our own bits, for observatories without any. */
  public static final MaskBits OWN =
      new MaskBits(
          Map.of(
              "blank",
              0,
              "dead",
              1,
              "hot",
              2,
              "saturated",
              3,
              "cosmic-ray",
              4,
              "streak",
              5,
              "ghost",
              6),
          Map.of(0, "BLANK", 1, "DEAD", 2, "HOT", 3, "SAT", 4, "CR", 5, "STREAK", 6, "GHOST"),
          -1);

  /** Copies the maps, sorted, and refuses bits that an int32 mask cannot have. */
  public MaskBits {
    bits = Collections.unmodifiableMap(new TreeMap<>(bits));
    names = Collections.unmodifiableMap(new TreeMap<>(names));
    bits.forEach((word, bit) -> requireBit(word, bit));
    names.forEach((bit, name) -> requireBit(name, bit));
  }

  private static void requireBit(String what, int bit) {
    if (bit < 0 || bit > 30) {
      throw new IllegalArgumentException("bit " + bit + " for " + what + ": 0 to 30");
    }
  }
}
