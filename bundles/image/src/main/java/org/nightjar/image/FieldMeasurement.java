package org.nightjar.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.nightjar.image.internal.fit.Plane;
import org.nightjar.image.internal.fit.Significance;
import org.nightjar.image.internal.statistics.Robust;

/** Measures how the shape of stars varies over an image. */
final class FieldMeasurement {

  private static final int MOST_CELLS = 4;
  private static final int STARS_PER_CELL = 10;
  private static final int FEWEST_IN_CELL = 3;
  private static final int FEWEST_OFF_CENTRE = 5;

  private final int width;
  private final int height;
  private final int count;
  private final double[] x;
  private final double[] y;
  private final double[] fwhm;
  private final double[] e1;
  private final double[] e2;

  FieldMeasurement(int width, int height, List<Source> stars) {
    this.width = width;
    this.height = height;
    this.count = stars.size();
    this.x = stars.stream().mapToDouble(Source::x).toArray();
    this.y = stars.stream().mapToDouble(Source::y).toArray();
    this.fwhm = stars.stream().mapToDouble(Source::fwhm).toArray();
    this.e1 = stars.stream().mapToDouble(s -> s.ellipticity() * Math.cos(2 * s.theta())).toArray();
    this.e2 = stars.stream().mapToDouble(s -> s.ellipticity() * Math.sin(2 * s.theta())).toArray();
  }

  SeeingField measured(Seeing whole) {
    int side = Math.max(1, Math.min(MOST_CELLS, (int) Math.sqrt((double) count / STARS_PER_CELL)));
    int columns = Math.min(side, width);
    int rows = Math.min(side, height);
    return new SeeingField(
        whole, columns, rows, cells(columns, rows), trend(), elongation(), pattern());
  }

  private List<SeeingField.Cell> cells(int columns, int rows) {
    List<SeeingField.Cell> cells = new ArrayList<>();
    for (int i = 0; i < columns * rows; i++) {
      int column = i % columns;
      int row = i / columns;
      IntPredicate inside =
          star -> cell(x[star], width, columns) == column && cell(y[star], height, rows) == row;
      double[] widths = some(fwhm, inside);
      boolean enough = widths.length >= FEWEST_IN_CELL;
      cells.add(
          new SeeingField.Cell(
              column,
              row,
              widths.length,
              enough ? Robust.median(widths, widths.length) : Double.NaN,
              enough ? Robust.median(some(e1, inside), widths.length) : Double.NaN,
              enough ? Robust.median(some(e2, inside), widths.length) : Double.NaN));
    }
    return cells;
  }

  private static int cell(double place, int size, int cells) {
    return (int) Math.max(0, Math.min(cells - 1, (place + 0.5) * cells / size));
  }

  private double[] some(double[] values, IntPredicate wanted) {
    return IntStream.range(0, count).filter(wanted).mapToDouble(star -> values[star]).toArray();
  }

  private SeeingField.Trend trend() {
    Plane plane = Plane.through(x, y, fwhm);
    double[] inner = some(fwhm, star -> radius(star) <= 0.5);
    double[] outer = some(fwhm, star -> radius(star) > 0.5);
    boolean enough = Math.min(inner.length, outer.length) >= FEWEST_IN_CELL;
    return new SeeingField.Trend(
        plane.at(centreX(), centreY()),
        plane.slopeX(),
        plane.slopeY(),
        Math.abs(plane.slopeX()) * (width - 1) + Math.abs(plane.slopeY()) * (height - 1),
        plane.significance(),
        enough
            ? Robust.median(outer, outer.length) / Robust.median(inner, inner.length)
            : Double.NaN);
  }

  private SeeingField.Elongation elongation() {
    Mean first = Mean.clipped(e1);
    Mean second = Mean.clipped(e2);
    double size = Math.hypot(first.value(), second.value());
    double error = Math.hypot(first.error(), second.error()) / Math.sqrt(2);
    int freedom = Math.min(first.count(), second.count()) - 1;
    return new SeeingField.Elongation(
        first.value(),
        second.value(),
        Math.hypot(first.scatter(), second.scatter()) / Math.sqrt(2),
        size == 0 ? 0 : Significance.ofStudent(size / error, freedom));
  }

  /**
   * The elongation that all share is taken off first: as for the radial part, stars all around the
   * centre would not cancel it where they are unevenly spread.
   */
  private SeeingField.Pattern pattern() {
    Mean mean1 = Mean.clipped(e1);
    Mean mean2 = Mean.clipped(e2);
    double[] radial =
        IntStream.range(0, count)
            .filter(star -> radius(star) > 0.25)
            .mapToDouble(star -> radial(star, mean1.value(), mean2.value()))
            .toArray();
    Mean pointing = Mean.clipped(radial);
    boolean enough = radial.length >= FEWEST_OFF_CENTRE;
    Plane first = Plane.through(x, y, e1);
    Plane second = Plane.through(x, y, e2);
    double alongX = Math.hypot(first.slopeX(), second.slopeX());
    double alongY = Math.hypot(first.slopeY(), second.slopeY());
    return new SeeingField.Pattern(
        enough ? pointing.value() : Double.NaN,
        enough ? pointing.significance() : 0,
        Math.max(alongX * (width - 1), alongY * (height - 1)),
        Math.max(first.significance(), second.significance()));
  }

  private double radial(int star, double mean1, double mean2) {
    double angle = 2 * Math.atan2(y[star] - centreY(), x[star] - centreX());
    return (e1[star] - mean1) * Math.cos(angle) + (e2[star] - mean2) * Math.sin(angle);
  }

  /** Distance from the centre in units of the half diagonal. */
  private double radius(int star) {
    return Math.hypot(x[star] - centreX(), y[star] - centreY())
        / Math.max(1, Math.hypot(width, height) / 2);
  }

  private double centreX() {
    return (width - 1) / 2.0;
  }

  private double centreY() {
    return (height - 1) / 2.0;
  }

  /** A mean without what is farther than 3 sigma, and its standard error. */
  private record Mean(double value, double scatter, double error, int count) {

    static Mean clipped(double[] values) {
      float[] some = new float[values.length];
      for (int i = 0; i < some.length; i++) {
        some[i] = (float) values[i];
      }
      RobustStatistics clipped = RobustStatistics.clipped(some, 3, 10);
      double scatter = clipped.standardDeviation();
      // Clipping may leave few, or one.
      double freedom = Math.max(1, clipped.count() - 1);
      return new Mean(clipped.mean(), scatter, scatter / Math.sqrt(freedom), clipped.count());
    }

    double significance() {
      return value == 0 ? 0 : Significance.ofStudent(Math.abs(value) / error, count - 1);
    }
  }
}
