package org.nightjar.lensing.scene;

import java.util.Arrays;
import java.util.List;
import org.nightjar.lensing.mass.MassProfile;
import org.nightjar.lensing.plane.Plane;
import org.nightjar.lensing.plane.PlaneStack;
import org.nightjar.rendering.light.Ellipse;
import org.nightjar.rendering.light.LightProfile;
import org.nightjar.rendering.pixel.LightSky;
import org.nightjar.rendering.pixel.PixelGrid;
import org.nightjar.rendering.pixel.Sky;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is seen through planes of mass: rays are followed back, and the light of each plane is read
 * off where they meet it (surface brightness is conserved). Light between two lenses is lensed by
 * the first alone.
 *
 * <p>Sources smaller than a tenth of a pixel may fall between the points of a divided pixel (2 % of
 * the light of one of 0.04 pixels was lost): solve the lens equation and draw points of light
 * instead.
 *
 * <p>Has working memory: for one thread at a time.
 */
@ProviderType
public final class LensedSky implements Sky {
  /** Sources whose half-light radius is less than this many pixels are looked for. */
  private static final double SMALL = 0.35;

  private final PlaneStack stack;
  private final double[][] placesX;
  private final double[][] placesY;

  /** The sky behind and in a stack. */
  public LensedSky(PlaneStack stack) {
    this.stack = stack;
    this.placesX = new double[stack.planes().size()][0];
    this.placesY = new double[stack.planes().size()][0];
  }

  @Override
  public void brightness(double[] x, double[] y, int count, double[] out) {
    trace(x, y, count);
    Arrays.fill(out, 0, count, 0);
    List<Plane> planes = stack.planes();
    for (int j = 0; j < planes.size(); j++) {
      for (LightProfile light : planes.get(j).light()) {
        light.addBrightness(j == 0 ? x : placesX[j], j == 0 ? y : placesY[j], count, out);
      }
    }
  }

  /**
   * Pixels around the middles of light and mass on the first plane, and those whose image behind
   * holds the middle of a source that is small for a pixel.
   */
  @Override
  public void markFine(PixelGrid grid, boolean[] marks) {
    List<Plane> planes = stack.planes();
    new LightSky(planes.get(0).light()).markFine(grid, marks);
    for (MassProfile mass : planes.get(0).mass()) {
      mass.centre()
          .filter(c -> c.singular())
          .ifPresent(c -> LightSky.markAround(grid, c.x(), c.y(), marks));
    }
    boolean small =
        planes.stream().skip(1).flatMap(p -> p.light().stream()).anyMatch(l -> small(l, grid));
    if (small) {
      markSmall(grid, marks);
    }
  }

  private static boolean small(LightProfile light, PixelGrid grid) {
    return light.halfLightRadius() * Math.sqrt(light.ellipse().q()) < SMALL * grid.scale();
  }

  /**
   * Row by row: the differences to the row below and to the left are the size of a pixel's image.
   */
  private void markSmall(PixelGrid grid, boolean[] marks) {
    int width = grid.width();
    int planes = stack.planes().size();
    double[] x = new double[width];
    double[] y = new double[width];
    double[][] belowX = new double[planes][width];
    double[][] belowY = new double[planes][width];
    for (int i = 0; i < width; i++) {
      x[i] = grid.x(i);
    }
    for (int row = 0; row < grid.height(); row++) {
      Arrays.fill(y, grid.y(row));
      trace(x, y, width);
      for (int j = 1; j < planes; j++) {
        for (LightProfile light : stack.planes().get(j).light()) {
          if (small(light, grid) && row > 0) {
            markRow(light, row * width, placesX[j], placesY[j], belowX[j], belowY[j], marks);
          }
        }
        System.arraycopy(placesX[j], 0, belowX[j], 0, width);
        System.arraycopy(placesY[j], 0, belowY[j], 0, width);
      }
    }
  }

  private static void markRow(
      LightProfile light,
      int from,
      double[] bx,
      double[] by,
      double[] belowX,
      double[] belowY,
      boolean[] marks) {
    Ellipse ellipse = light.ellipse();
    int width = belowX.length;
    double half = light.halfLightRadius();
    for (int i = 0; i < width; i++) {
      int side = i > 0 ? i - 1 : Math.min(1, width - 1);
      double alongX = bx[side] - bx[i];
      double alongY = by[side] - by[i];
      double acrossX = belowX[i] - bx[i];
      double acrossY = belowY[i] - by[i];
      double dx = bx[i] - ellipse.x();
      double dy = by[i] - ellipse.y();
      double size = alongX * alongX + alongY * alongY + acrossX * acrossX + acrossY * acrossY;
      double reach = Math.sqrt(2 * size) + half;
      if (dx * dx + dy * dy < reach * reach) {
        marks[from + i] = true;
        // The row below may hold it as well.
        marks[from + i - width] = true;
      }
    }
  }

  private void trace(double[] x, double[] y, int count) {
    for (int j = 1; j < placesX.length; j++) {
      if (placesX[j].length < count) {
        placesX[j] = new double[count];
        placesY[j] = new double[count];
      }
    }
    stack.shoot(x, y, count, placesX, placesY);
  }
}
