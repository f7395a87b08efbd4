package org.nightjar.imaging.internal.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Finding;
import org.nightjar.image.CosmicRays;
import org.nightjar.image.Source;
import org.nightjar.image.SourceFlag;
import org.nightjar.image.SourceList;
import org.nightjar.imaging.internal.frame.FrameType;
import org.nightjar.imaging.internal.measure.Observed;

/** Saturated sources, groups of pixels hit by cosmic rays, and too many sources. */
final class PointFindings {

  /** A single pixel is counted, and in the mask; a finding takes more. */
  private static final int LEAST_GROUP = 3;

  private PointFindings() {}

  static void add(Observed seen, Findings findings) {
    if (seen.frame().type().showsSky()) {
      tooMany(seen, findings);
      saturated(seen.survey().sources(), findings);
    }
    if (seen.frame().type().showsSky() || seen.frame().type() == FrameType.DARK) {
      cosmicRays(seen.survey().cosmicRays(), seen.frame().header().unit(), findings);
    }
  }

  private static void tooMany(Observed seen, Findings findings) {
    SourceList sources = seen.survey().sources();
    if (!sources.complete()) {
      findings.add(
          Finding.of(
              "too-many-sources",
              seen.frame().name()
                  + " has more sources than the "
                  + sources.sources().size()
                  + " that are kept"));
    }
  }

  private static void saturated(SourceList sources, Findings findings) {
    List<Finding> sort =
        sources.sources().stream()
            .filter(source -> source.is(SourceFlag.SATURATED))
            .sorted(
                Comparator.comparingInt(Source::area)
                    .reversed()
                    .thenComparingInt(Source::top)
                    .thenComparingInt(Source::left))
            .map(source -> saturated(source, findings))
            .toList();
    findings.add(sort, sort.size());
  }

  private static Finding saturated(Source source, Findings findings) {
    return findings.at(
        Region.of(source.left(), source.top(), source.right() + 1, source.bottom() + 1),
        "saturated-source",
        "a source of " + source.area() + " pixels reaches the saturation level");
  }

  private static void cosmicRays(CosmicRays rays, String unit, Findings findings) {
    List<CosmicRays.Group> groups =
        rays.groups().stream()
            .filter(group -> group.pixels() >= LEAST_GROUP)
            .sorted(
                Comparator.comparingInt(CosmicRays.Group::pixels)
                    .reversed()
                    .thenComparingInt(CosmicRays.Group::top)
                    .thenComparingInt(CosmicRays.Group::left))
            .toList();
    findings.add(groups.stream().map(group -> ray(group, unit, findings)).toList(), groups.size());
  }

  private static Finding ray(CosmicRays.Group group, String unit, Findings findings) {
    return findings.at(
        Region.of(group.left(), group.top(), group.right() + 1, group.bottom() + 1),
        "cosmic-ray",
        String.format(
            Locale.ROOT,
            "%d pixels with %.4g %s, sharper than any star",
            group.pixels(),
            group.flux(),
            unit));
  }
}
