package org.nightjar.dispatch.internal.lane;

import java.util.Comparator;

/**
 * The order of OSGi versions: major, minor and micro as numbers, then the qualifier as text. What
 * is not a number counts as zero.
 */
enum VersionOrder implements Comparator<String> {
  INSTANCE;

  private static final int NUMBERS = 3;

  @Override
  public int compare(String one, String other) {
    String[] left = one.split("\\.", NUMBERS + 1);
    String[] right = other.split("\\.", NUMBERS + 1);
    for (int i = 0; i < NUMBERS; i++) {
      int order = Integer.compare(number(left, i), number(right, i));
      if (order != 0) {
        return order;
      }
    }
    return text(left).compareTo(text(right));
  }

  private static int number(String[] parts, int index) {
    try {
      return index < parts.length ? Integer.parseInt(parts[index]) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String text(String[] parts) {
    return parts.length > NUMBERS ? parts[NUMBERS] : "";
  }
}
