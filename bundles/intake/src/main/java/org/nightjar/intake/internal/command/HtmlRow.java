package org.nightjar.intake.internal.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.Measurement;
import org.nightjar.sinks.ReportFolder.Written;

/** One outcome as a row of the page; everything that came from outside is escaped. */
final class HtmlRow {
  /** What ends the table that the head of the page began. */
  static final String END = "</tbody>\n</table>\n";

  private HtmlRow() {}

  /** Links to files in the folder of the page. */
  static String links(List<Written> files) {
    return files.stream()
        .map(file -> "<a href=\"" + link(file.place()) + "\">" + text(file.format()) + "</a>")
        .collect(Collectors.joining(" "));
  }

  /** The row, with links to files about the product. */
  static String of(Outcome outcome, List<Written> files) {
    StringBuilder row = new StringBuilder("<tr><td>").append(text(outcome.fileName()));
    outcome
        .entry()
        .product()
        .ifPresent(
            product ->
                row.append("<br><code>")
                    .append(text(product.kind() + " " + product.id()))
                    .append("</code>"));
    if (!files.isEmpty()) {
      row.append("<br>").append(links(files));
    }
    row.append("</td><td>").append(text(outcome.entry().task()));
    row.append("</td><td><span class=\"verdict ").append(text(outcome.word())).append("\">");
    row.append(text(outcome.word())).append("</span></td><td>").append(text(outcome.reasons()));
    outcome.report().ifPresent(report -> findings(row, report.report().findings()));
    row.append("</td><td>");
    outcome.report().ifPresent(report -> measured(row, report));
    return row.append("</td></tr>\n").toString();
  }

  private static void findings(StringBuilder row, List<Finding> findings) {
    if (!findings.isEmpty()) {
      row.append("<details><summary>").append(findings.size()).append(" findings</summary><ul>");
      for (Finding finding : findings) {
        row.append("<li>").append(text(finding.what() + ": " + finding.evidence()));
        finding
            .pixels()
            .ifPresent(
                box ->
                    row.append(" <code>")
                        .append(text(box.part() + " " + box.region()))
                        .append("</code>"));
        row.append("</li>");
      }
      row.append("</ul></details>");
    }
  }

  private static void measured(StringBuilder row, FiledReport report) {
    row.append("<details><summary>")
        .append(report.report().measurements().size())
        .append(" measurements</summary><table>");
    for (Measurement measurement : report.report().measurements().values()) {
      row.append("<tr><td>").append(text(measurement.name())).append("</td><td>");
      row.append(number(measurement.value())).append("</td><td>");
      row.append(text(measurement.unit())).append("</td></tr>");
    }
    row.append("</table></details>");
    report.report().attachments().forEach(attachment -> attached(row, attachment));
  }

  /** Six digits; a whole number as such. */
  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.6g", value);
  }

  private static void attached(StringBuilder row, Attachment attachment) {
    String link = link(ResultFolder.place(attachment));
    row.append("<a href=\"").append(link).append("\">");
    if (attachment.mediaType().matches("image/(png|jpeg|webp|gif)")) {
      row.append("<img loading=\"lazy\" src=\"").append(link).append("\" alt=\"\">");
    }
    row.append(text(attachment.name())).append("</a><br>");
  }

  private static String link(String place) {
    return URLEncoder.encode(place, StandardCharsets.UTF_8).replace("%2F", "/").replace("+", "%20");
  }

  private static String text(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
