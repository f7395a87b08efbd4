package org.nightjar.lensing.image;

import java.util.List;

/**
 * All images of a point.
 *
 * @param bright by arrival; without distances by magnification, the brightest first
 * @param faint images near singular middles, drowned: magnification below 1e-3
 * @param parity minima and maxima less saddle points, as the map at the rim of the window and
 *     around singular middles says it has to be
 * @param complete whether the images that were found have that parity
 */
public record Images(
    List<PointImage> bright, List<PointImage> faint, int parity, boolean complete) {
  /** Copies the lists. */
  public Images {
    bright = List.copyOf(bright);
    faint = List.copyOf(faint);
  }
}
