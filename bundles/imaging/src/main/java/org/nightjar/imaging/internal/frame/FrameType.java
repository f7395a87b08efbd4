package org.nightjar.imaging.internal.frame;

import java.util.Locale;
import java.util.Optional;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;

/** What a frame is for, and so what it can be judged by. */
public enum FrameType {
  /** Of the sky. */
  SCIENCE(1),
  /** Read out without exposure. */
  BIAS(2),
  /** Exposed behind a closed shutter. */
  DARK(3),
  /** Of an even light. */
  FLAT(4),
  /** Of the sky, while the focus is searched for. */
  FOCUS(5),
  /** Nobody says, or in words that the profile does not know: treated as {@link #SCIENCE}. */
  UNKNOWN(0);

  private final int code;

  FrameType(int code) {
    this.code = code;
  }

  /** The type that a product's facts tell. */
  public static FrameType of(Facts facts) {
    String word = said(facts).orElse("").toLowerCase(Locale.ROOT);
    for (FrameType type : values()) {
      if (type != UNKNOWN && type.word().equals(word)) {
        return type;
      }
    }
    return UNKNOWN;
  }

  /** The words in which a product's facts tell it. */
  public static Optional<String> said(Facts facts) {
    return facts.text(FactNames.FRAME_TYPE).map(String::strip).filter(said -> !said.isEmpty());
  }

  /** The word of {@link FactNames#FRAME_TYPE}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The number that stands for it among the measurements; never changed. */
  public int code() {
    return code;
  }

  /** Itself, but for unknown frames, which are judged as science. */
  public FrameType judgedAs() {
    return this == UNKNOWN ? SCIENCE : this;
  }

  /** Whether stars belong there. */
  public boolean showsSky() {
    return judgedAs() == SCIENCE || this == FOCUS;
  }
}
