package org.nightjar.image.internal.detection;

import org.nightjar.image.internal.rows.RowVisitor;
import org.nightjar.image.internal.rows.SkyWindow;

/** Filters the rows of an image and hands them to a detector. */
public final class DetectionRows implements RowVisitor {

  private final Filter filter;
  private final Detector detector;
  private final float[] filtered;

  /** The kernel is row-major, side x side, side odd. */
  public DetectionRows(float[] kernel, int side, int width, Detector detector) {
    this.filter = new Filter(kernel, side, width);
    this.detector = detector;
    this.filtered = new float[width];
  }

  @Override
  public int reach() {
    return filter.reach();
  }

  @Override
  public void visit(SkyWindow rows, int y) {
    filter.row(rows, y, filtered);
    detector.add(filtered, rows.above(y), rows.raw(y));
  }
}
