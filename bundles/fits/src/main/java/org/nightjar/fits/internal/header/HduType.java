package org.nightjar.fits.internal.header;

/** What an HDU holds. */
public enum HduType {
  /** A header only. */
  EMPTY("empty"),
  /** Pixels as they are. */
  IMAGE("image"),
  /** Pixels in compressed tiles, in a binary table. */
  TILED_IMAGE("image"),
  /** A binary table. */
  BINARY_TABLE("table"),
  /** A text table. */
  TEXT_TABLE("text-table"),
  /** Anything else: random groups, foreign extensions. */
  OTHER("other");

  private final String word;

  HduType(String word) {
    this.word = word;
  }

  /** For people. */
  public String word() {
    return word;
  }

  /** Whether it holds pixels. */
  public boolean image() {
    return this == IMAGE || this == TILED_IMAGE;
  }

  /** Whether it holds rows. */
  public boolean table() {
    return this == BINARY_TABLE || this == TEXT_TABLE;
  }
}
