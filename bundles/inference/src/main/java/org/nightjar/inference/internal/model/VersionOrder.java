package org.nightjar.inference.internal.model;

import java.util.Comparator;

/**
 * Which version is newer: piece by piece between the dots, numbers as numbers. A number is newer
 * than a word, and {@code 1.0} is newer than {@code 1.0-rc1}.
 */
enum VersionOrder implements Comparator<String> {
  OLDEST_FIRST;

  @Override
  public int compare(String a, String b) {
    String[] left = a.split("[.+_-]", -1);
    String[] right = b.split("[.+_-]", -1);
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      int order = piece(i < left.length ? left[i] : "", i < right.length ? right[i] : "");
      if (order != 0) {
        return order;
      }
    }
    return a.compareTo(b);
  }

  private static int piece(String a, String b) {
    int rank = Integer.compare(rank(a), rank(b));
    if (rank != 0) {
      return rank;
    }
    if (rank(a) == 2) {
      String left = a.replaceFirst("^0+(?=.)", "");
      String right = b.replaceFirst("^0+(?=.)", "");
      int length = Integer.compare(left.length(), right.length());
      return length != 0 ? length : left.compareTo(right);
    }
    return a.compareTo(b);
  }

  // A word, then nothing, then a number.
  private static int rank(String piece) {
    if (piece.isEmpty()) {
      return 1;
    }
    return piece.chars().allMatch(c -> c >= '0' && c <= '9') ? 2 : 0;
  }
}
