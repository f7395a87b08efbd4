package org.nightjar.lensing.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nightjar.lensing.plane.PlaneStack;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds all images of points behind a lens: triangles whose image holds the point, Newton's way
 * from each, and an audit. The number of turns of beta(theta)-beta along the rim of the window,
 * less that around each singular middle, is the number of minima and maxima less that of saddle
 * points, whatever the lens; if what was found differs, the mesh is made finer, up to three times.
 *
 * <p>The audit is the index theorem of W. L. Burke, ApJ 244 (1981), L1, as turns of a vector field.
 * Images in the disc of a thousandth of a singular middle's Einstein radius are not looked for:
 * they are fainter than 1e-3 of the source for slopes of 1.7 and steeper.
 *
 * <p>Keeps the mesh for the next point: for one thread at a time.
 */
@ProviderType
public final class LensEquation {
  private static final double FAINT = 1e-3;
  private static final double FAINT_WITHIN = 0.1;
  private static final double SAME = 1e-7;
  private static final double SLACK = 0.2;
  private static final int FEWEST_CELLS = 30;
  private static final int MOST_CELLS = 90;
  private static final double SPACING = 0.1;
  private static final int TRIES = 4;

  private final PlaneStack stack;
  private final List<Middle> middles;
  private Window window;
  private SourceMesh mesh;

  /** An equation for points on the last plane of a stack. */
  public LensEquation(PlaneStack stack) {
    this.stack = stack;
    this.middles = Middle.of(stack);
  }

  /**
   * All images of a point.
   *
   * @param betaX where it would be seen without the lens, arcsec
   * @param betaY where it would be seen without the lens, arcsec
   */
  public Images solve(double betaX, double betaY) {
    Window needed = Window.of(stack, middles, betaX, betaY);
    if (mesh == null || !needed.within(window)) {
      window = needed;
      mesh = new SourceMesh(stack, middles, window, cells());
    }
    int parity = Turns.along(stack, window.rim(64), betaX, betaY);
    for (Middle middle : middles) {
      if (middle.singular()) {
        parity -= Turns.around(stack, middle, betaX, betaY);
      }
    }
    List<Found> found = find(mesh, betaX, betaY, SLACK);
    for (int attempt = 1; attempt < TRIES && sum(found) != parity; attempt++) {
      SourceMesh finer = new SourceMesh(stack, middles, window, cells() << attempt);
      found = find(finer, betaX, betaY, SLACK * (1 + attempt));
    }
    return images(found, parity);
  }

  private int cells() {
    double largest = middles.stream().mapToDouble(Middle::radius).max().orElse(window.half());
    double wanted = 2 * window.half() / (SPACING * largest);
    return (int) Math.max(FEWEST_CELLS, Math.min(MOST_CELLS, Math.ceil(wanted)));
  }

  private record Found(double x, double y, double magnification, double trace) {
    int sign() {
      return magnification > 0 ? 1 : -1;
    }

    boolean same(Found other) {
      return sign() == other.sign() && Math.hypot(x - other.x, y - other.y) < SAME;
    }
  }

  private List<Found> find(SourceMesh in, double betaX, double betaY, double slack) {
    List<Found> found = new ArrayList<>();
    Newton newton = new Newton(stack, 0.25 * window.half());
    in.visit(
        betaX,
        betaY,
        slack,
        (x, y) -> {
          if (newton.walk(x, y, betaX, betaY)) {
            Found image =
                new Found(
                    newton.x(), newton.y(), newton.ray().magnification(), newton.ray().trace());
            if (counts(image) && found.stream().noneMatch(image::same)) {
              found.add(image);
            }
          }
        });
    return found;
  }

  private boolean counts(Found image) {
    return window.contains(image.x, image.y)
        && middles.stream()
            .noneMatch(
                m -> m.singular() && Math.hypot(image.x - m.x(), image.y - m.y()) <= m.disc());
  }

  private static int sum(List<Found> found) {
    return found.stream().mapToInt(Found::sign).sum();
  }

  private Images images(List<Found> found, int parity) {
    List<PointImage> bright = new ArrayList<>();
    List<PointImage> faint = new ArrayList<>();
    double first = Double.POSITIVE_INFINITY;
    for (Found each : found) {
      double arrival = stack.arrival(each.x, each.y);
      PointImage image = new PointImage(each.x, each.y, each.magnification, kind(each), arrival);
      boolean drowned = Math.abs(each.magnification) < FAINT && nearSingular(each);
      (drowned ? faint : bright).add(image);
      first = drowned ? first : Math.min(first, arrival);
    }
    double start = first;
    return new Images(ordered(bright, start), ordered(faint, start), parity, sum(found) == parity);
  }

  private List<PointImage> ordered(List<PointImage> images, double first) {
    Comparator<PointImage> order =
        stack.hasDistances()
            ? Comparator.comparingDouble(PointImage::delay)
            : Comparator.comparingDouble(i -> -Math.abs(i.magnification()));
    return images.stream()
        .sorted(order)
        .map(i -> new PointImage(i.x(), i.y(), i.magnification(), i.kind(), i.delay() - first))
        .toList();
  }

  private boolean nearSingular(Found image) {
    return middles.stream()
        .anyMatch(
            m ->
                m.singular()
                    && Math.hypot(image.x - m.x(), image.y - m.y()) < FAINT_WITHIN * m.radius());
  }

  private static PointImage.Kind kind(Found image) {
    if (image.magnification < 0) {
      return PointImage.Kind.SADDLE;
    }
    return image.trace > 0 ? PointImage.Kind.MINIMUM : PointImage.Kind.MAXIMUM;
  }
}
