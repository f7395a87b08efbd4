package org.nightjar.fits.internal.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.api.product.Region;

/** A rectangle as typed: {@code x0:x1,y0:y1}, zero-based and half-open. */
final class RegionOption {
  private static final Pattern FORM =
      Pattern.compile("\\s*(\\d{1,9}):(\\d{1,9})\\s*,\\s*(\\d{1,9}):(\\d{1,9})\\s*");

  private RegionOption() {}

  static Region parse(String text) throws NightjarException {
    Matcher m = FORM.matcher(text);
    if (!m.matches()
        || Integer.parseInt(m.group(2)) < Integer.parseInt(m.group(1))
        || Integer.parseInt(m.group(4)) < Integer.parseInt(m.group(3))) {
      throw NightjarException.of(
          StandardError.BAD_ARGUMENT,
          "--region is '" + text + "'",
          "",
          "Write x0:x1,y0:y1, zero-based, the ends not included, such as 0:100,50:60");
    }
    return Region.of(
        Integer.parseInt(m.group(1)),
        Integer.parseInt(m.group(3)),
        Integer.parseInt(m.group(2)),
        Integer.parseInt(m.group(4)));
  }
}
