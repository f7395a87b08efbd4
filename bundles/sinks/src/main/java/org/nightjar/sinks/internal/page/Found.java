package org.nightjar.sinks.internal.page;

import java.util.List;
import java.util.Locale;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.Shape;
import org.nightjar.image.picture.MarkColour;

/** Findings as a table. */
final class Found {
  private static final int MOST = 2000;

  private Found() {}

  static void write(Html html, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    html.raw("<table><caption>Found (pixels count from zero)</caption>\n");
    html.heads(List.of("What", "Where", "Sky (ICRS)", "Probability", "Evidence"));
    html.raw("<tbody>\n");
    for (Finding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
      html.raw("<tr><th scope=\"row\"><span class=\"swatch\" style=\"background:");
      html.raw(MarkColour.text(finding.what())).raw("\"></span>").text(finding.what());
      html.raw("</th>").element("td", where(finding)).element("td", sky(finding));
      html.element(
          "td",
          finding.probability().isPresent()
              ? String.format(Locale.ROOT, "%.3f", finding.probability().getAsDouble())
              : "");
      html.element("td", finding.evidence()).raw("</tr>\n");
    }
    html.raw("</tbody></table>\n");
    if (findings.size() > MOST) {
      html.element("p", "and " + (findings.size() - MOST) + " more: the report as JSON has all");
    }
  }

  private static String where(Finding finding) {
    String part = finding.pixels().map(box -> box.part() + " ").orElse("");
    if (finding.shape().orElse(null) instanceof Shape.Line line) {
      return String.format(
          Locale.ROOT,
          "%sline from (%.1f, %.1f) to (%.1f, %.1f), %.1f wide",
          part,
          line.x0(),
          line.y0(),
          line.x1(),
          line.y1(),
          line.width());
    }
    return finding.pixels().map(box -> part + box(box.region())).orElse("");
  }

  private static String box(Region region) {
    String place =
        "columns "
            + region.x0()
            + " to "
            + (region.x1() - 1)
            + ", rows "
            + region.y0()
            + " to "
            + (region.y1() - 1);
    return region.plane() == 0 ? place : "plane " + region.plane() + ", " + place;
  }

  private static String sky(Finding finding) {
    return finding
        .sky()
        .map(
            circle ->
                String.format(
                    Locale.ROOT,
                    "%.6f %+.6f, %.1f arcsec",
                    circle.ra(),
                    circle.dec(),
                    circle.radius() * 3600))
        .orElse("");
  }
}
