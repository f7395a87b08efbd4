package org.nightjar.inference.internal.yaml;

import java.util.Comparator;
import java.util.List;

/** What somebody probably meant. */
final class Suggestion {
  private Suggestion() {}

  /** A remedy that names the nearest of the known words, or all of them if none is near. */
  static String of(String word, List<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(nearest -> distance(word, nearest) <= Math.max(2, word.length() / 3))
        .map(nearest -> "Did you mean '" + nearest + "'?")
        .orElse("Known: " + String.join(", ", known) + ".");
  }

  // Levenshtein's distance, one row at a time.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
