package org.nightjar.fits.internal.card;

import java.text.Normalizer;

/** Text as FITS can hold it. */
public final class Printable {
  private Printable() {}

  /** The text in printable ASCII: accents are taken off, anything else becomes a question mark. */
  public static String of(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .replaceAll("\\s+", " ")
        .replaceAll("[^ -~]", "?");
  }
}
