package org.nightjar.inference.internal.preprocess;

/** Where along an axis something lies. */
public enum Side {
  /** First row, first column. */
  START,
  /** Middle; of an odd remainder the smaller half comes first. */
  CENTRE,
  /** Last row, last column. */
  END;

  /** How much of a surplus lies before the part that is on this side. */
  int before(int surplus) {
    return switch (this) {
      case START -> 0;
      case CENTRE -> surplus / 2;
      case END -> surplus;
    };
  }
}
