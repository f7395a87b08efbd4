package org.nightjar.sinks.internal.ds9;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.PixelBox;
import org.nightjar.api.report.Shape;
import org.nightjar.api.report.SkyCircle;
import org.nightjar.image.picture.MarkColour;

/**
 * One finding as a line of a region file. DS9 counts pixels from one, and the centre of the first
 * is (1, 1): what is at {@code x} here is at {@code x + 1} there, and a box from column {@code x0}
 * to before {@code x1} has its centre at {@code (x0 + x1 + 1) / 2}.
 */
final class Region {
  private static final int LONGEST_TEXT = 120;

  private Region() {}

  static String inPixels(Finding finding, String task) {
    PixelBox pixels = finding.pixels().orElseThrow();
    if (finding.shape().orElse(null) instanceof Shape.Line line) {
      return "line(%s,%s,%s,%s) # line=0 0"
              .formatted(
                  number(line.x0() + 1),
                  number(line.y0() + 1),
                  number(line.x1() + 1),
                  number(line.y1() + 1))
          + properties(finding, task)
          + " tag={width "
          + number(line.width())
          + "}"
          + tag("part " + pixels.part());
    }
    var box = pixels.region();
    return "box(%s,%s,%d,%d,0) #"
            .formatted(
                number(((double) box.x0() + box.x1() + 1) / 2),
                number(((double) box.y0() + box.y1() + 1) / 2),
                box.width(),
                box.height())
        + properties(finding, task)
        + tag("part " + pixels.part());
  }

  static String onSky(Finding finding, String task) {
    SkyCircle circle = finding.sky().orElseThrow();
    String place = number(circle.ra()) + "," + number(circle.dec());
    String region =
        circle.radius() > 0
            ? "circle(" + place + "," + number(circle.radius()) + "d) #"
            : "point(" + place + ") # point=cross";
    String part = finding.pixels().map(box -> tag("part " + box.part())).orElse("");
    return region + properties(finding, task) + part;
  }

  /** The text on one line, as comments and texts must be. */
  static String line(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    return plain.length() > LONGEST_TEXT ? plain.substring(0, LONGEST_TEXT) : plain;
  }

  private static String properties(Finding finding, String task) {
    String sure =
        finding.probability().isPresent()
            ? String.format(Locale.ROOT, " %.2f", finding.probability().getAsDouble())
            : "";
    return " color="
        + MarkColour.text(finding.what())
        + " text={"
        + braced(finding.what() + sure)
        + "}"
        + tag(finding.what())
        + tag("task " + task);
  }

  private static String tag(String text) {
    return " tag={" + braced(text) + "}";
  }

  private static String braced(String text) {
    return line(text).replace('{', '(').replace('}', ')');
  }

  /** Nine decimals at most, without an exponent, which not every reader of regions knows. */
  private static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(9, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
