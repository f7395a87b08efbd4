package org.nightjar.imaging.internal.output;

import java.util.Comparator;
import java.util.List;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.Shape;
import org.nightjar.image.Source;
import org.nightjar.image.picture.MarkColour;
import org.nightjar.image.picture.SkyPicture;
import org.nightjar.imaging.internal.measure.Observed;

/** A small picture of a detector: its brightest sources circled, its findings outlined. */
public final class Picture {
  private static final int LARGEST_SIDE = 512;
  private static final int MOST_CIRCLES = 500;
  private static final int MOST_FINDINGS = 1000;
  private static final int SOURCE = 0x40ff40;

  private Picture() {}

  /** The bytes of a PNG, at most 512 pixels along a side. */
  public static byte[] png(Observed seen, List<Finding> findings) {
    SkyPicture picture = SkyPicture.of(seen.frame().levelled(), LARGEST_SIDE);
    seen.survey().sources().sources().stream()
        .sorted(Comparator.comparingDouble(Source::peak).reversed())
        .limit(MOST_CIRCLES)
        .forEach(source -> picture.circle(source.x(), source.y(), 3 * source.a(), SOURCE));
    findings.stream().limit(MOST_FINDINGS).forEach(finding -> draw(picture, finding));
    return picture.png();
  }

  private static void draw(SkyPicture picture, Finding finding) {
    int colour = MarkColour.of(finding.what());
    if (finding.shape().orElse(null) instanceof Shape.Line line) {
      picture.line(line.x0(), line.y0(), line.x1(), line.y1(), colour);
    } else if (finding.pixels().isPresent()) {
      Region box = finding.pixels().get().region();
      picture.box(box.x0(), box.y0(), box.x1(), box.y1(), colour);
    }
  }
}
