package org.nightjar.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the word that was probably meant. */
public final class Suggestion {
  private Suggestion() {}

  /** A sentence that names the likely word, and all words there are. */
  public static String remedy(String word, Collection<String> words) {
    String all =
        words.isEmpty()
            ? "There are none."
            : "Allowed: " + words.stream().sorted().collect(Collectors.joining(", ")) + ".";
    return closest(word, words).map(w -> "Did you mean '" + w + "'? " + all).orElse(all);
  }

  /** The closest word, if a third of the letters or fewer differ. */
  static Optional<String> closest(String word, Collection<String> words) {
    int most = Math.max(1, word.length() / 3);
    return words.stream()
        .filter(w -> distance(word, w) <= most)
        .min(Comparator.<String>comparingInt(w -> distance(word, w)).thenComparing(w -> w));
  }

  /** Letters to insert, remove, replace or swap with their neighbour; case does not count. */
  static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, a, b, i, j);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int step(int[][] steps, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = steps[i - 1][j - 1] + (same ? 0 : 1);
    least = Math.min(least, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
  }
}
