package org.nightjar.image;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One source. Positions are zero-based pixels, the centre of the first being (0, 0); FITS positions
 * are larger by 1.
 *
 * @param x isophotal barycentre of the filtered image
 * @param y likewise
 * @param flux sum of the unfiltered pixels of the source above the background
 * @param peak its highest unfiltered pixel above the background
 * @param area its pixels above the threshold
 * @param a larger semi-axis: root of the larger second central moment of the filtered pixels, in
 *     pixels
 * @param b smaller semi-axis, in pixels, above 0
 * @param theta angle of the larger axis from +x towards +y, radians, -pi/2 to pi/2
 * @param fwhm full width at half maximum, in pixels, of the Gaussian that fits the core (pixels
 *     above 0.35 of the peak) of the unfiltered source; within 5 % for stars with wings; 0 where no
 *     core is resolved
 * @param left first column of its pixels
 * @param top first row
 * @param right last column
 * @param bottom last row
 * @param flags what may be wrong with these numbers
 */
@ProviderType
public record Source(
    double x,
    double y,
    double flux,
    double peak,
    int area,
    double a,
    double b,
    double theta,
    double fwhm,
    int left,
    int top,
    int right,
    int bottom,
    Set<SourceFlag> flags) {

  public Source {
    flags = Set.copyOf(flags);
  }

  /** 1 - b/a: 0 for a round source, towards 1 for a line. */
  public double ellipticity() {
    return 1 - b / a;
  }

  /** Whether a flag is set. */
  public boolean is(SourceFlag flag) {
    return flags.contains(flag);
  }
}
