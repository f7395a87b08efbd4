package org.nightjar.alerts.internal;

import java.util.Locale;

/** Whether the difference is positive: no two surveys say it alike. */
final class Sign {
  private Sign() {}

  /** Null if the packet does not say. */
  static Boolean positive(Detection detection) {
    Boolean positive = flag(detection.value("isdiffpos", "isDiffPos", "isdiffpositive"));
    if (positive != null) {
      return positive;
    }
    Boolean negative = flag(detection.value("isNegative", "is_negative"));
    return negative == null ? null : !negative;
  }

  private static Boolean flag(Object value) {
    if (value instanceof Boolean own) {
      return own;
    }
    if (value instanceof Number number) {
      return number.doubleValue() > 0;
    }
    if (!(value instanceof String text)) {
      return null;
    }
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "t", "true", "1", "+" -> Boolean.TRUE;
      case "f", "false", "0", "-", "-1" -> Boolean.FALSE;
      default -> null;
    };
  }
}
