package org.nightjar.inference.internal.precision;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;

/**
 * The manifest of a variant: that of the network it is made of, word for word, with another version
 * and precision and a report behind it. So comments stay, and nothing is lost in a translation.
 */
final class VariantManifest {
  private final String text;
  private final String place;

  /**
   * Of a manifest.
   *
   * @param text what it says
   * @param place what to call it in errors
   */
  VariantManifest(String text, String place) {
    this.text = text;
    this.place = place;
  }

  /**
   * The variant's manifest.
   *
   * @param report the section {@code report}; empty for none yet
   * @throws NightjarException {@code UNSUPPORTED} if the two keys do not stand on lines of their
   *     own
   */
  String of(String version, String precision, String report) throws NightjarException {
    List<String> lines = new ArrayList<>(List.of(text.split("\\R", -1)));
    replace(lines, "version", "\"" + version + "\"");
    replace(lines, "precision", precision);
    String whole = String.join("\n", lines);
    return whole.endsWith("\n") ? whole + report : whole + "\n" + report;
  }

  // What begins at the left edge is a key of the manifest itself.
  private void replace(List<String> lines, String key, String value) throws NightjarException {
    Pattern line =
        Pattern.compile("([\"']?)" + key + "\\1[ \\t]*:[ \\t]+[^\\s{\\[|>&*!#][^#]*(#.*)?");
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (line.matcher(lines.get(i)).matches()) {
        found.add(i);
      }
    }
    if (found.size() != 1) {
      throw NightjarException.of(
          StandardError.UNSUPPORTED,
          "the manifest has no line of its own for '" + key + "'",
          place,
          "Write '" + key + ": ...' on one line, at its beginning.");
    }
    lines.set(found.get(0), key + ": " + value);
  }
}
