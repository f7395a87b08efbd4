package org.nightjar.image;

import java.util.List;
import org.nightjar.image.internal.rows.RowVisitor;
import org.nightjar.image.internal.rows.SkyWindow;

/**
 * Reads an image once, takes the background off, and shows its rows to all who want to see them.
 */
final class SkyPass {

  private SkyPass() {}

  static void run(PixelRows image, BackgroundMesh background, List<? extends RowVisitor> visitors) {
    int width = image.width();
    int height = image.height();
    ImageSize.check(width, height, Integer.MAX_VALUE);
    int reach = visitors.stream().mapToInt(RowVisitor::reach).max().orElse(0);
    SkyWindow window = new SkyWindow(width, height, reach);
    BackgroundRows sky = background.map().rows(width);
    for (int y = 0; y < height + reach; y++) {
      if (y < height) {
        image.readRow(y, window.raw(y));
        sky.above(y, window.raw(y), window.above(y));
        sky.rms(y, window.noise(y));
      }
      if (y >= reach) {
        for (RowVisitor visitor : visitors) {
          visitor.visit(window, y - reach);
        }
      }
    }
  }
}
