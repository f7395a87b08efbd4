package org.nightjar.inference.internal.preprocess;

/**
 * Which part of an axis is the sample's own; the rest was added by padding.
 *
 * @param offset where it begins
 * @param length how long it is; 0 if nothing is left of it
 * @param whole length of the axis
 */
public record Span(int offset, int length, int whole) {
  /** An axis that is the sample's own from end to end. */
  static Span whole(int length) {
    return new Span(0, length, length);
  }

  /** Whether nothing was added. */
  public boolean isWhole() {
    return length == whole;
  }

  /** The same part once the axis lies in a longer one. */
  Span within(int before, int longer) {
    return new Span(before + offset, length, longer);
  }

  /** What remains of it when only a part of the axis is kept. */
  Span cut(int from, int kept) {
    int first = Math.min(kept, Math.max(0, offset - from));
    int last = Math.max(first, Math.min(kept, offset + length - from));
    return new Span(first, last - first, kept);
  }

  String describe() {
    return isWhole() ? String.valueOf(whole) : length + " padded to " + whole;
  }
}
