package org.nightjar.image;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How the shape of the stars varies over an image.
 *
 * <p>Ellipticity is a vector with twice the position angle: e1 = e cos 2 theta, e2 = e sin 2 theta,
 * e = 1 - b/a, theta from +x towards +y; so stars stretched every which way cancel, and stars
 * stretched alike add up. Shapes are those of the filtered image: of stars with a FWHM of 2.5
 * pixels a quarter of the ellipticity is lost, from 3.5 pixels on less than a seventh.
 *
 * @param whole seeing of the whole image
 * @param columns cells across the image
 * @param rows cells down the image
 * @param cells row by row
 * @param trend of the width
 * @param elongation what all stars have in common: tracking, wind, a shaken telescope
 * @param pattern what changes over the field: focus, astigmatism, tilt
 */
@ProviderType
public record SeeingField(
    Seeing whole,
    int columns,
    int rows,
    List<Cell> cells,
    Trend trend,
    Elongation elongation,
    Pattern pattern) {

  public SeeingField {
    cells = List.copyOf(cells);
  }

  /**
   * A part of the image; NaN in cells with fewer than 3 stars.
   *
   * @param column from 0
   * @param row from 0
   * @param stars in it
   * @param fwhm median, pixels
   * @param e1 median
   * @param e2 median
   */
  @ProviderType
  public record Cell(int column, int row, int stars, double fwhm, double e1, double e2) {}

  /**
   * A plane through the stars' widths.
   *
   * @param centre FWHM at the image's centre, pixels
   * @param perPixelX slope along x, pixels per pixel
   * @param perPixelY slope along y
   * @param across the plane's largest less its smallest value over the image, pixels: a tilted
   *     focal plane
   * @param significance of the slope: its length over its standard error
   * @param rimOverCentre median FWHM of the stars outside over that of those inside half of the
   *     half diagonal; 1 for a flat field, NaN with fewer than 3 stars in either: curvature, focus
   */
  @ProviderType
  public record Trend(
      double centre,
      double perPixelX,
      double perPixelY,
      double across,
      double significance,
      double rimOverCentre) {}

  /**
   * The mean ellipticity of the stars as vectors, clipped at 3 sigma.
   *
   * @param e1 mean
   * @param e2 mean
   * @param scatter standard deviation of a star about the mean, per component
   * @param significance length of the mean over its standard error, made smaller where stars are
   *     few
   */
  @ProviderType
  public record Elongation(double e1, double e2, double scatter, double significance) {

    /** Length of the mean: 0 for stars that are round on average. */
    public double size() {
      return Math.hypot(e1, e2);
    }

    /** Position angle of the common elongation, radians from +x towards +y, -pi/2 to pi/2. */
    public double angle() {
      return Math.atan2(e2, e1) / 2;
    }

    /**
     * Whether the stars are stretched alike: significant (5), and the mean at least as long as the
     * scatter, as tracking errors make it and optics do not.
     */
    public boolean isCommon() {
      return significance >= 5 && size() >= scatter;
    }
  }

  /**
   * Ellipticity that depends on the place.
   *
   * @param radial mean component along the direction from the centre (below 0: across it), over
   *     stars outside a quarter of the half diagonal
   * @param radialSignificance its absolute value over its standard error
   * @param gradient change of the ellipticity vector from rim to rim of the image along the
   *     direction in which it changes most
   * @param gradientSignificance of that gradient
   */
  @ProviderType
  public record Pattern(
      double radial, double radialSignificance, double gradient, double gradientSignificance) {

    /**
     * Whether the stars point to the centre, around it, or turn over the field (significance 5).
     */
    public boolean isAstigmatic() {
      return (radialSignificance >= 5 && Math.abs(radial) >= 0.03)
          || (gradientSignificance >= 5 && gradient >= 0.1);
    }
  }

  /**
   * Of an image's stars, in a grid of 4 x 4 cells, of fewer where stars are few (10 per cell on
   * average); empty where {@link Seeing#of} is.
   *
   * @param width of the image, pixels
   * @param height likewise
   */
  public static Optional<SeeingField> of(SourceList found, int width, int height) {
    return Seeing.of(found)
        .map(
            whole ->
                new FieldMeasurement(width, height, Seeing.stars(found, whole)).measured(whole));
  }
}
