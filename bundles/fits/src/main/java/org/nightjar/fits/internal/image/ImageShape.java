package org.nightjar.fits.internal.image;

import java.util.List;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.error.StandardError;
import org.nightjar.fits.internal.header.Hdu;

/**
 * Sizes of an image; further axes are taken together as planes.
 *
 * @param width columns
 * @param height rows
 * @param planes 1 for a plain image
 */
public record ImageShape(int width, int height, int planes) {
  /**
   * What the header of an image says.
   *
   * @throws NightjarException TOO_LARGE for more planes than an int counts
   */
  public static ImageShape of(Hdu hdu) throws NightjarException {
    List<Integer> axes = hdu.axes();
    long planes = 1;
    for (int i = 2; i < axes.size(); i++) {
      planes *= axes.get(i);
      if (planes > Integer.MAX_VALUE) {
        throw NightjarException.of(
            StandardError.TOO_LARGE, "more planes than can be", hdu.header().place(), "");
      }
    }
    int width = axes.isEmpty() ? 0 : axes.get(0);
    int height = axes.isEmpty() ? 0 : axes.size() == 1 ? 1 : axes.get(1);
    return new ImageShape(width, height, (int) planes);
  }

  @Override
  public String toString() {
    return width + " x " + height + " x " + planes;
  }
}
