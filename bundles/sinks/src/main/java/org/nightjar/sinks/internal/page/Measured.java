package org.nightjar.sinks.internal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nightjar.api.report.Measurement;

/** The measurements of a report as tables: of the whole product, and of its detectors. */
final class Measured {
  private final List<Measurement> whole = new ArrayList<>();
  private final Map<String, Map<String, Measurement>> detectors = new LinkedHashMap<>();
  private final Set<String> names = new LinkedHashSet<>();

  Measured(Iterable<Measurement> measurements) {
    for (Measurement measurement : measurements) {
      int slash = measurement.name().lastIndexOf('/');
      if (slash < 0) {
        whole.add(measurement);
      } else {
        String name = measurement.name().substring(slash + 1);
        names.add(name);
        detectors
            .computeIfAbsent(
                measurement.name().substring(0, slash), detector -> new LinkedHashMap<>())
            .put(name, measurement);
      }
    }
  }

  void write(Html html) {
    if (!whole.isEmpty()) {
      html.raw("<table><caption>Measured on the whole product</caption>\n");
      html.heads(List.of("Measurement", "Value", "Unit")).raw("<tbody>\n");
      for (Measurement each : whole) {
        html.raw("<tr><th scope=\"row\">").text(each.name()).raw("</th>");
        html.number(each.value()).element("td", each.unit()).raw("</tr>\n");
      }
      html.raw("</tbody></table>\n");
    }
    if (!detectors.isEmpty()) {
      byDetector(html);
    }
  }

  private void byDetector(Html html) {
    html.raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Detectors\">");
    html.raw("<table><caption>Measured on each detector</caption>\n");
    html.raw("<thead><tr><th scope=\"col\">Detector</th>");
    for (String name : names) {
      html.raw("<th scope=\"col\" class=\"number\">").text(name);
      html.raw(" <span class=\"unit\">").text(unit(name)).raw("</span></th>");
    }
    html.raw("</tr></thead>\n<tbody>\n");
    detectors.forEach(
        (detector, measured) -> {
          html.raw("<tr><th scope=\"row\">").text(detector).raw("</th>");
          for (String name : names) {
            Measurement each = measured.get(name);
            html.number(each == null ? Double.NaN : each.value());
          }
          html.raw("</tr>\n");
        });
    html.raw("</tbody></table></div>\n");
  }

  private String unit(String name) {
    List<String> units =
        detectors.values().stream()
            .filter(measured -> measured.containsKey(name))
            .map(measured -> measured.get(name).unit())
            .distinct()
            .toList();
    return String.join(" or ", units);
  }
}
