package org.nightjar.sky.wcs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nightjar.api.error.NightjarException;
import org.nightjar.api.product.Facts;
import org.nightjar.api.product.Region;
import org.nightjar.api.report.SkyCircle;
import org.nightjar.sky.internal.header.TransformationCards;
import org.nightjar.sky.internal.transformation.Scratch;
import org.nightjar.sky.internal.transformation.Transformation;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The world coordinates of one image: where its pixels are on the sky.
 *
 * <p>Pixels are zero-based: the centre of the first pixel, (1, 1) in FITS, is (0, 0), and the pixel
 * reaches from -0.5 to 0.5. So {@link Region} (x0, y0, x1, y1) covers x0 - 0.5 to x1 - 0.5. Sky
 * positions are ICRS degrees, whatever the frame of the header: FK4 and galactic positions are
 * transformed, FK5 of J2000 is taken for the ICRS (RATIONALE.md says why).
 *
 * <p>Primary world coordinates alone (no {@code CTYPE1A}); TAN, SIN, ARC, STG, ZEA, ZPN, CAR, CEA,
 * MER, SFL, AIT, MOL and the old GLS and NCP; SIP and TPV distortions, and TAN with PV terms as
 * SCAMP writes it. Greisen & Calabretta (2002, A&A 395, 1061), Calabretta & Greisen (2002, A&A 395,
 * 1077), Shupe et al. (2005, ASP Conf. Ser. 347, 491).
 *
 * <p>Where the projection has no answer there is NaN, never an exception. Immutable; safe for
 * several threads.
 */
@ProviderType
public final class Wcs {
  /** Half the step of the difference quotient, pixels. */
  private static final double STEP = 0.01;

  private final Transformation transformation;

  private Wcs(Transformation transformation) {
    this.transformation = transformation;
  }

  /**
   * Reads the header cards of an image, as in {@code part.info().facts()}.
   *
   * @return empty if no axis has a celestial type with a projection
   * @throws NightjarException of category DATA with the keyword as its place: CORRUPT if the header
   *     contradicts itself, UNSUPPORTED if it uses what is not done here
   */
  public static Optional<Wcs> of(Facts header) throws NightjarException {
    return TransformationCards.read(header).map(Wcs::new);
  }

  /** The sky at a pixel. */
  public SkyPoint toSky(double x, double y) {
    Scratch scratch = new Scratch();
    transformation.toVector(x, y, scratch);
    return new SkyPoint(scratch.ra(), scratch.dec());
  }

  /** The pixel at a position in ICRS degrees. */
  public PixelPoint toPixel(double ra, double dec) {
    Scratch scratch = new Scratch();
    scratch.direction(ra, dec);
    transformation.toPixel(scratch);
    return new PixelPoint(scratch.x(), scratch.y());
  }

  /**
   * The sky at many pixels, without an object per point.
   *
   * @param pixels x, y, x, y, ...
   * @param sky takes ra, dec, ra, dec, ...; may be the same array
   * @param count points
   * @throws IndexOutOfBoundsException if an array is shorter than twice {@code count}
   */
  public void toSky(double[] pixels, double[] sky, int count) {
    Scratch scratch = new Scratch();
    for (int i = 0; i < 2 * count; i += 2) {
      transformation.toVector(pixels[i], pixels[i + 1], scratch);
      sky[i] = scratch.ra();
      sky[i + 1] = scratch.dec();
    }
  }

  /**
   * The pixels at many positions, without an object per point.
   *
   * @param sky ra, dec, ra, dec, ... in ICRS degrees
   * @param pixels takes x, y, x, y, ...; may be the same array
   * @param count points
   * @throws IndexOutOfBoundsException if an array is shorter than twice {@code count}
   */
  public void toPixel(double[] sky, double[] pixels, int count) {
    Scratch scratch = new Scratch();
    for (int i = 0; i < 2 * count; i += 2) {
      scratch.direction(sky[i], sky[i + 1]);
      transformation.toPixel(scratch);
      pixels[i] = scratch.x();
      pixels[i + 1] = scratch.y();
    }
  }

  /** How pixels lie on the sky at this place; all NaN where the projection has no sky. */
  public LocalScale scaleAt(double x, double y) {
    Scratch scratch = new Scratch();
    transformation.toVector(x, y, scratch);
    double ra = Math.toRadians(scratch.ra());
    double dec = Math.toRadians(scratch.dec());
    double[] east = {-Math.sin(ra), Math.cos(ra), 0};
    double[] north = {-Math.sin(dec) * Math.cos(ra), -Math.sin(dec) * Math.sin(ra), Math.cos(dec)};
    double[] alongX = derivative(x, y, STEP, 0, scratch);
    double[] alongY = derivative(x, y, 0, STEP, scratch);
    return new LocalScale(
        dot(east, alongX), dot(north, alongX), dot(east, alongY), dot(north, alongY));
  }

  /** Degrees per pixel, as a vector in the direction in which the sky moves. */
  private double[] derivative(double x, double y, double dx, double dy, Scratch scratch) {
    double[] derivative = new double[3];
    for (int sign = -1; sign <= 1; sign += 2) {
      transformation.toVector(x + sign * dx, y + sign * dy, scratch);
      for (int k = 0; k < 3; k++) {
        derivative[k] += Math.toDegrees(sign * scratch.vector(k) / (2 * STEP));
      }
    }
    return derivative;
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  /** The sky at the middle of an image. */
  public SkyPoint centre(int width, int height) {
    return toSky((width - 1) / 2.0, (height - 1) / 2.0);
  }

  /**
   * The outline of an image on the sky: its outer corners in the order (left, low), (right, low),
   * (right, high), (left, high), and points between them.
   *
   * @param width columns of the image
   * @param height rows of the image
   * @param perSide points per side, the corner at its beginning included; 1 for the corners alone
   * @return empty if any of them is off the sky
   */
  public List<SkyPoint> footprint(int width, int height, int perSide) {
    return outline(Region.of(0, 0, width, height), Math.max(1, perSide));
  }

  /**
   * The smallest circle around the middle of a rectangle that holds its corners and the middles of
   * its sides.
   *
   * @return empty if any of them is off the sky
   */
  public Optional<SkyCircle> circle(Region region) {
    SkyPoint centre =
        toSky((region.x0() + region.x1() - 1) / 2.0, (region.y0() + region.y1() - 1) / 2.0);
    List<SkyPoint> outline = outline(region, 2);
    if (!centre.exists() || outline.isEmpty()) {
      return Optional.empty();
    }
    double radius = outline.stream().mapToDouble(centre::distance).max().orElse(0);
    return Optional.of(new SkyCircle(centre.ra(), centre.dec(), radius));
  }

  private List<SkyPoint> outline(Region region, int perSide) {
    double[] x = {region.x0() - 0.5, region.x1() - 0.5, region.x1() - 0.5, region.x0() - 0.5};
    double[] y = {region.y0() - 0.5, region.y0() - 0.5, region.y1() - 0.5, region.y1() - 0.5};
    List<SkyPoint> points = new ArrayList<>(4 * perSide);
    for (int side = 0; side < 4; side++) {
      int next = (side + 1) % 4;
      for (int k = 0; k < perSide; k++) {
        double share = (double) k / perSide;
        points.add(
            toSky(x[side] + share * (x[next] - x[side]), y[side] + share * (y[next] - y[side])));
      }
    }
    return points.stream().allMatch(SkyPoint::exists) ? List.copyOf(points) : List.of();
  }
}
