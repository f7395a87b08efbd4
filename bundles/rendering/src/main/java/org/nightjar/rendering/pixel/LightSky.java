package org.nightjar.rendering.pixel;

import java.util.Arrays;
import java.util.List;
import org.nightjar.rendering.light.LightProfile;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Light with nothing in front of it.
 *
 * @param light what shines
 */
@ProviderType
public record LightSky(List<LightProfile> light) implements Sky {
  /** Copies the list. */
  public LightSky {
    light = List.copyOf(light);
  }

  @Override
  public void brightness(double[] x, double[] y, int count, double[] out) {
    Arrays.fill(out, 0, count, 0);
    for (LightProfile profile : light) {
      profile.addBrightness(x, y, count, out);
    }
  }

  /** The pixels around the middle of each profile: cusps are there. */
  @Override
  public void markFine(PixelGrid grid, boolean[] marks) {
    for (LightProfile profile : light) {
      markAround(grid, profile.ellipse().x(), profile.ellipse().y(), marks);
    }
  }

  /** Marks the pixel of a place and its eight neighbours. */
  public static void markAround(PixelGrid grid, double x, double y, boolean[] marks) {
    int column = (int) Math.round(grid.column(x));
    int row = (int) Math.round(grid.row(y));
    for (int j = Math.max(0, row - 1); j <= Math.min(grid.height() - 1, row + 1); j++) {
      for (int i = Math.max(0, column - 1); i <= Math.min(grid.width() - 1, column + 1); i++) {
        marks[j * grid.width() + i] = true;
      }
    }
  }
}
