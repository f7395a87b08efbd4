package org.nightjar.image;

import java.util.List;
import java.util.Optional;
import org.nightjar.image.internal.statistics.Robust;
import org.nightjar.image.internal.statistics.Selection;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How wide and how round the stars of an image are.
 *
 * <p>Candidates are the unflagged sources that stand well above the threshold. Stars all have the
 * same width while galaxies and defects do not, so the widths pile up at the stars': the narrowest
 * interval that holds half of the widths is halved until few are left (half-sample mode, Bickel &
 * Fruehwirth 2006), and the sources near it are the stars. The brightest get no special weight: on
 * saturating detectors and plates they are the widest.
 *
 * @param fwhm median full width at half maximum of the stars, pixels
 * @param scatter their median absolute deviation from it times 1.4826, pixels
 * @param ellipticity median of 1 - b/a, 0 for round stars
 * @param stars how many were used
 */
@ProviderType
public record Seeing(double fwhm, double scatter, double ellipticity, int stars) {

  /** With fewer stars nothing is said. */
  public static final int FEWEST_STARS = 5;

  /** Least peak over threshold: at 8 (12 sigma) noise widens stars by some 2 %, at 5 by 5 %. */
  private static final double LEAST_CONTRAST = 8;

  /** Narrower than this is no image of a star but a hot pixel or a cosmic ray. */
  private static final double LEAST_FWHM = 0.7;

  private static final double MOST_ELLIPTICITY = 0.5;
  private static final double MORE_THAN_USUAL = 0.25;
  private static final double WIDTH_TOLERANCE = 0.25;

  /** Of the sources of one image; empty if fewer than {@link #FEWEST_STARS} look like stars. */
  public static Optional<Seeing> of(SourceList found) {
    List<Source> candidates = candidates(found);
    if (candidates.size() < FEWEST_STARS) {
      return Optional.empty();
    }
    double usual = halfSampleMode(candidates.stream().mapToDouble(Source::fwhm).sorted().toArray());
    List<Source> stars = near(candidates, usual);
    if (stars.size() < FEWEST_STARS) {
      return Optional.empty();
    }
    float[] widths = new float[stars.size()];
    float[] ellipticities = new float[stars.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = (float) stars.get(i).fwhm();
      ellipticities[i] = (float) stars.get(i).ellipticity();
    }
    double scatter =
        RobustStatistics.SIGMA_PER_MAD * RobustStatistics.medianAbsoluteDeviation(widths);
    return Optional.of(
        new Seeing(
            Selection.median(widths, widths.length),
            scatter,
            Selection.median(ellipticities, ellipticities.length),
            widths.length));
  }

  /** The stars that a seeing was taken from, or as good as. */
  static List<Source> stars(SourceList found, Seeing seeing) {
    return near(candidates(found), seeing.fwhm());
  }

  private static List<Source> candidates(SourceList found) {
    List<Source> sharp =
        found.sources().stream()
            .filter(source -> source.flags().isEmpty())
            .filter(source -> source.peak() >= LEAST_CONTRAST * found.threshold())
            .filter(source -> source.fwhm() >= LEAST_FWHM)
            .toList();
    double[] ellipticities = sharp.stream().mapToDouble(Source::ellipticity).toArray();
    // Where most are stretched it is the stars that are: trailed, not galaxies.
    double most =
        Math.max(
            MOST_ELLIPTICITY, Robust.median(ellipticities, ellipticities.length) + MORE_THAN_USUAL);
    return sharp.stream().filter(source -> !(source.ellipticity() > most)).toList();
  }

  private static List<Source> near(List<Source> candidates, double usual) {
    return candidates.stream()
        .filter(source -> Math.abs(source.fwhm() - usual) <= WIDTH_TOLERANCE * usual)
        .toList();
  }

  /** The mode of sorted values: the densest half of the densest half, and so on. */
  private static double halfSampleMode(double[] sorted) {
    int from = 0;
    int count = sorted.length;
    while (count > 3) {
      int half = (count + 1) / 2;
      int densest = from;
      for (int start = from; start + half <= from + count; start++) {
        if (sorted[start + half - 1] - sorted[start]
            < sorted[densest + half - 1] - sorted[densest]) {
          densest = start;
        }
      }
      from = densest;
      count = half;
    }
    return sorted[from + count / 2];
  }
}
