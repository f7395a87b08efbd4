package org.nightjar.sinks.internal.ds9;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nightjar.api.reader.ReportFiles;
import org.nightjar.api.reader.ReportWriter;
import org.nightjar.api.report.FiledReport;
import org.nightjar.api.report.Finding;
import org.osgi.service.component.annotations.Component;

/**
 * Findings as regions of SAOImage DS9. Those of an exposure with one part are in its image
 * coordinates. With several parts a finding whose place on the sky is known is in ICRS, which holds
 * in any extension; the others stand in a section of their part, with a tag of its name.
 */
@Component
public final class RegionWriter implements ReportWriter {
  private static final String HEAD =
      """
      # Region file format: DS9 version 4.1
      # Written by Nightjar: %s
      global color=green width=1 select=1 highlite=1 fixed=0 edit=1 move=1 delete=1 include=1 source=1
      """;

  @Override
  public String name() {
    return "ds9";
  }

  @Override
  public String title() {
    return "findings as regions for DS9";
  }

  @Override
  public String mediaType() {
    return "text/plain";
  }

  @Override
  public String suffix() {
    return ".reg";
  }

  @Override
  public Scope scope() {
    return Scope.PRODUCT;
  }

  @Override
  public boolean writes(FiledReport report) {
    return report.report().findings().stream()
        .anyMatch(finding -> finding.pixels().isPresent() || finding.sky().isPresent());
  }

  @Override
  public void write(List<FiledReport> reports, ReportFiles files, OutputStream target)
      throws IOException {
    Map<String, List<String>> byPart = new TreeMap<>();
    List<String> onSky = new ArrayList<>();
    boolean several = parts(reports) > 1;
    for (FiledReport report : reports) {
      for (Finding finding : report.report().findings()) {
        if (finding.sky().isPresent() && (several || finding.pixels().isEmpty())) {
          onSky.add(Region.onSky(finding, report.task()));
        } else if (finding.pixels().isPresent()) {
          byPart
              .computeIfAbsent(finding.pixels().get().part(), part -> new ArrayList<>())
              .add(Region.inPixels(finding, report.task()));
        }
      }
    }
    StringBuilder text = new StringBuilder();
    text.append(HEAD.formatted(Region.line(reports.get(0).product().uri().toString())));
    if (!onSky.isEmpty()) {
      text.append("icrs\n");
      onSky.forEach(region -> text.append(region).append('\n'));
    }
    byPart.forEach(
        (part, regions) -> {
          text.append("# part ").append(Region.line(part)).append('\n').append("image\n");
          regions.forEach(region -> text.append(region).append('\n'));
        });
    target.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static long parts(List<FiledReport> reports) {
    return reports.stream()
        .flatMap(report -> report.report().findings().stream())
        .flatMap(finding -> finding.pixels().stream())
        .map(box -> box.part())
        .distinct()
        .count();
  }
}
