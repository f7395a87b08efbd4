package org.nightjar.sinks.internal.page;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.FactNames;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.ProductRef;
import org.nightjar.api.report.Attachment;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.ModelUse;
import org.nightjar.api.report.Provenance;
import org.nightjar.api.report.ReportState;
import org.nightjar.api.report.Verdict;

/** What is known of one product, for a person: most important first. */
final class Page {
  /** Facts that the page shows, with the words for them. */
  private static final List<Map.Entry<String, String>> SHOWN =
      List.of(
          Map.entry(FactNames.OBSERVED, "Observed (UTC)"),
          Map.entry(FactNames.TELESCOPE, "Telescope"),
          Map.entry(FactNames.INSTRUMENT, "Instrument"),
          Map.entry(FactNames.DETECTOR, "Detector"),
          Map.entry(FactNames.BAND, "Band"),
          Map.entry(FactNames.OBJECT, "Object"),
          Map.entry(FactNames.FRAME_TYPE, "Frame type"),
          Map.entry(FactNames.EXPOSURE_TIME, "Exposure time (s)"),
          Map.entry(FactNames.AIRMASS, "Airmass"),
          Map.entry(FactNames.RA, "Right ascension (deg)"),
          Map.entry(FactNames.DEC, "Declination (deg)"),
          Map.entry(FactNames.PROFILE, "Profile"),
          Map.entry(FactNames.FORMAT, "Format"));

  private final Html html;
  private final Pictures pictures;

  Page(Html html, Pictures pictures) {
    this.html = html;
    this.pictures = pictures;
  }

  void write(List<FiledReport> reports, Optional<Facts> facts)
      throws NightjarException, IOException {
    FiledReport first = reports.get(0);
    html.raw("<main>\n").element("h1", fileName(first.product()));
    html.raw("<table><caption>The product</caption>\n<tbody>\n");
    row("Kind", first.product().kind().name());
    row("Night", first.night().toString());
    facts.ifPresent(this::facts);
    html.raw("</tbody></table>\n");
    summary(reports);
    for (FiledReport report : reports) {
      report(report);
    }
    html.raw("<h2>Where this comes from</h2>\n<table><caption>The file</caption>\n<tbody>\n");
    row("File", first.product().uri().toString());
    row("Bytes", first.product().length() + " from " + first.product().offset());
    row("SHA-256", first.product().sha256());
    html.raw("</tbody></table>\n");
    for (FiledReport report : reports) {
      provenance(report);
    }
    html.raw("</main>\n");
  }

  private void facts(Facts facts) {
    for (Map.Entry<String, String> shown : SHOWN) {
      String name = shown.getKey();
      Optional<String> text =
          facts.text(name).or(() -> facts.number(name).stream().mapToObj(Html::digits).findFirst());
      text.ifPresent(value -> row(shown.getValue(), value));
    }
  }

  private void summary(List<FiledReport> reports) {
    html.raw("<h2>Verdict</h2>\n<table><caption>One line for each task</caption>\n");
    html.heads(List.of("Task", "Verdict", "Why")).raw("<tbody>\n");
    for (FiledReport report : reports) {
      html.raw("<tr><th scope=\"row\">").text(report.task()).raw("</th><td>");
      verdict(report);
      html.raw("</td><td>");
      if (report.report().reasons().isEmpty()) {
        html.text("nothing wrong that this task looks for");
      }
      for (String reason : report.report().reasons()) {
        html.text(sentence(reason)).raw("<br>");
      }
      html.raw("</td></tr>\n");
    }
    html.raw("</tbody></table>\n");
  }

  private void report(FiledReport report) throws NightjarException, IOException {
    html.raw("<section>\n").element("h2", "Task " + report.task()).raw("\n<p>");
    verdict(report);
    html.text(" " + meaning(report.report().verdict())).raw("</p>\n");
    pictures.write(html, report.report().attachments());
    new Measured(report.report().measurements().values()).write(html);
    Found.write(html, report.report().findings());
    if (!report.report().attachments().isEmpty()) {
      html.raw("<table><caption>Files that this report carries</caption>\n");
      html.heads(List.of("Name", "Type", "Bytes", "SHA-256")).raw("<tbody>\n");
      for (Attachment file : report.report().attachments()) {
        html.raw("<tr><th scope=\"row\">").text(file.name()).raw("</th>");
        html.element("td", file.mediaType()).number(file.length());
        html.raw("<td>").element("code", file.sha256()).raw("</td></tr>\n");
      }
      html.raw("</tbody></table>\n");
    }
    html.raw("</section>\n");
  }

  private void verdict(FiledReport report) {
    String word = report.report().verdict().word();
    html.raw("<span class=\"verdict " + word + "\">").text(word).raw("</span>");
    if (report.state() != ReportState.CURRENT) {
      html.text(" " + report.state().word() + ": " + report.stateReason());
    }
  }

  private void provenance(FiledReport report) {
    Provenance from = report.provenance();
    html.raw("<table><caption>").text("Report of " + report.task()).raw("</caption>\n<tbody>\n");
    row("Report key", report.key());
    row("State", report.state().word());
    row("Filed (UTC)", report.filed().toString());
    row("Plugin", from.plugin() + " " + from.pluginVersion());
    for (ModelUse model : from.models()) {
      row(
          "Model",
          model.id() + " " + model.version() + ", " + model.precision() + ", " + model.sha256());
    }
    if (!from.device().isEmpty()) {
      row("Device", from.device());
    }
    row("Configuration", from.configuration());
    from.needs().forEach((need, checksum) -> row("Needed: " + need, checksum));
    row("Began (UTC)", from.started().toString());
    row("Took (s)", Html.digits(from.took().toMillis() / 1000.0));
    html.raw("</tbody></table>\n");
  }

  private void row(String name, String value) {
    html.raw("<tr><th scope=\"row\">").text(name).raw("</th><td>").text(value).raw("</td></tr>\n");
  }

  static String fileName(ProductRef product) {
    String path = Optional.ofNullable(product.uri().getPath()).orElse(product.uri().toString());
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String sentence(String reason) {
    return reason.isEmpty()
        ? reason
        : reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
  }

  private static String meaning(Verdict verdict) {
    return switch (verdict) {
      case OK -> "Nothing is wrong that this task looks for.";
      case QUESTIONABLE -> "It can be used with care: see the reasons above.";
      case JUNK -> "It should not be used: see the reasons above.";
      case ABSTAIN -> "The task cannot tell: see the reasons above.";
    };
  }
}
