package org.nightjar.api.report;

import java.util.Locale;

/** What a task makes of a product, from best to worst; {@link #ABSTAIN} stands apart. */
public enum Verdict {
  /** Nothing wrong that this task looks for. */
  OK,
  /** Usable with care; the reasons say what to look at. */
  QUESTIONABLE,
  /** Not usable. */
  JUNK,
  /** The task cannot tell, and says why. */
  ABSTAIN;

  /** The word used in messages, files and the console. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The verdict of a word. */
  public static Verdict ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
