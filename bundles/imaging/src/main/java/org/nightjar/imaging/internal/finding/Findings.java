package org.nightjar.imaging.internal.finding;

import java.util.ArrayList;
import java.util.List;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.Finding;
import org.nightjar.api.report.PixelBox;
import org.nightjar.image.PixelRows;
import org.nightjar.imaging.internal.frame.Frame;

/** Collects findings of one frame, so many of a sort, each with its place. Not for many threads. */
final class Findings {

  private static final int MOST_OF_A_SORT = 20;

  private final Frame frame;
  private final List<Finding> found = new ArrayList<>();

  Findings(Frame frame) {
    this.frame = frame;
  }

  /** A finding at a rectangle: cut to the image, with its circle on the sky where that is known. */
  Finding at(Region region, String what, String evidence) {
    Finding finding = Finding.at(new PixelBox(frame.name(), region), what, evidence);
    return frame.sky().circle(region).map(finding::withSky).orElse(finding);
  }

  /** The rectangle of whole pixels around some, cut to the image. */
  Region box(double left, double low, double right, double high) {
    PixelRows image = frame.raw();
    int x0 = within(Math.floor(left), image.width() - 1);
    int y0 = within(Math.floor(low), image.height() - 1);
    return Region.of(
        x0,
        y0,
        Math.max(x0, within(Math.ceil(right), image.width() - 1)) + 1,
        Math.max(y0, within(Math.ceil(high), image.height() - 1)) + 1);
  }

  /** The whole image. */
  Region everywhere() {
    return Region.of(0, 0, frame.raw().width(), frame.raw().height());
  }

  /** Keeps one. */
  void add(Finding finding) {
    found.add(finding);
  }

  /** Keeps the first of a sort, and says how many more there are. */
  void add(List<Finding> sort, long all) {
    int kept = Math.min(sort.size(), MOST_OF_A_SORT);
    found.addAll(sort.subList(0, kept));
    if (all > kept) {
      found.add(Finding.of(sort.get(0).what(), (all - kept) + " more like these"));
    }
  }

  List<Finding> all() {
    return List.copyOf(found);
  }

  private static int within(double value, int most) {
    return (int) Math.max(0, Math.min(most, value));
  }
}
