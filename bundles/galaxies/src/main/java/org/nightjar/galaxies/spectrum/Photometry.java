package org.nightjar.galaxies.spectrum;

import java.util.List;
import org.nightjar.cosmology.Cosmology;
import org.nightjar.galaxies.internal.RowTable;
import org.nightjar.statistics.distribution.Elementary;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Apparent magnitudes of sums of templates. The light of every template through every filter is
 * tabulated over redshift once; after that a magnitude is a look-up, a sum and a logarithm.
 */
@ProviderType
public final class Photometry {
  /** 2.5 / ln 10: magnitudes per e-fold of light. */
  private static final double MAGNITUDES = 2.5 / StrictMath.log(10);

  /** Nearer than this share of the largest redshift is as this. */
  private static final double NEAREST = 1e-8;

  private static final double DISTANCE_TOLERANCE = 1e-6;

  private final TemplateSet templates;
  private final int bands;
  private final double[] reference;
  private final RowTable light;
  private final RowTable distances;
  private final double zMax;

  /**
   * Tabulates.
   *
   * @param bands of the apparent magnitudes, at least one
   * @param reference band of the absolute magnitudes, at z = 0
   * @param zMax the largest redshift, above 0; there, too, the templates have to cover all bands
   * @param tolerance of magnitudes, mag, above 0
   */
  public Photometry(
      TemplateSet templates,
      List<Filter> bands,
      Filter reference,
      Cosmology cosmology,
      double zMax,
      double tolerance) {
    if (bands.isEmpty() || !(zMax > 0) || !(tolerance > 0)) {
      throw new IllegalArgumentException(
          bands.size() + " bands to redshift " + zMax + " within " + tolerance + " mag");
    }
    this.templates = templates;
    this.bands = bands.size();
    this.zMax = zMax;
    int n = templates.size();
    this.reference = new double[n];
    templates.maggies(reference, 0, this.reference, 0);
    light =
        RowTable.of(
            (z, row) -> {
              for (int b = 0; b < bands.size(); b++) {
                templates.maggies(bands.get(b), z, row, b * n);
              }
            },
            n * bands.size(),
            0,
            zMax,
            RowTable.Measure.RELATIVE,
            tolerance / MAGNITUDES);
    distances =
        RowTable.of(
            (logZ, row) -> row[0] = cosmology.distanceModulus(StrictMath.exp(logZ)),
            1,
            StrictMath.log(NEAREST * zMax),
            StrictMath.log(zMax),
            RowTable.Measure.ABSOLUTE,
            DISTANCE_TOLERANCE);
  }

  /** How many bands. */
  public int bands() {
    return bands;
  }

  /** The largest error of a magnitude of one template found half way between grid points, mag. */
  public double error() {
    return light.error() * MAGNITUDES + distances.error();
  }

  /** How many redshifts are tabulated. */
  public int steps() {
    return light.steps();
  }

  /**
   * Apparent magnitudes of galaxies.
   *
   * @param size how many
   * @param redshift above 0, at most zMax; what is beyond is taken to be there
   * @param absolute magnitudes in the reference band
   * @param coefficients of the templates, galaxy by galaxy; their scale does not matter
   * @param magnitudes to fill, galaxy by galaxy, one for each band
   */
  public void apparent(
      int size, double[] redshift, double[] absolute, double[] coefficients, float[] magnitudes) {
    int n = reference.length;
    double[] row = new double[n * bands];
    double[] distance = new double[1];
    for (int i = 0; i < size; i++) {
      distances.row(Elementary.log(redshift[i]), distance);
      light.row(redshift[i], row);
      double before = dot(reference, 0, coefficients, i * n);
      double base = absolute[i] + distance[0];
      for (int b = 0; b < bands; b++) {
        double seen = dot(row, b * n, coefficients, i * n);
        magnitudes[i * bands + b] = (float) (base - MAGNITUDES * Elementary.log(seen / before));
      }
    }
  }

  /**
   * Mass of stars formed, in units of the templates (solar masses for those that come with the
   * program), of galaxies of absolute magnitudes in the reference band.
   *
   * @param coefficients of the templates, galaxy by galaxy; made to sum to 1
   */
  public void stellarMass(double[] absolute, double[] coefficients, double[] mass) {
    int n = reference.length;
    double[] formed = templates.templates().stream().mapToDouble(Template::mass).toArray();
    for (int i = 0; i < absolute.length; i++) {
      double light1 = dot(reference, 0, coefficients, i * n);
      double mass1 = dot(formed, 0, coefficients, i * n);
      mass[i] = mass1 / light1 * Elementary.exp(-absolute[i] / MAGNITUDES);
    }
  }

  /**
   * Absolute magnitudes in the reference band: the inverse of {@link #stellarMass}.
   *
   * @param mass of stars formed, in units of the templates, above 0
   * @param coefficients of the templates, galaxy by galaxy; made to sum to 1
   */
  public void absolute(double[] mass, double[] coefficients, double[] absolute) {
    int n = reference.length;
    double[] formed = templates.templates().stream().mapToDouble(Template::mass).toArray();
    for (int i = 0; i < mass.length; i++) {
      double light1 = dot(reference, 0, coefficients, i * n);
      double mass1 = dot(formed, 0, coefficients, i * n);
      absolute[i] = -MAGNITUDES * Elementary.log(mass[i] * light1 / mass1);
    }
  }

  /** The largest redshift. */
  public double zMax() {
    return zMax;
  }

  private double dot(double[] values, int at, double[] coefficients, int from) {
    double sum = 0;
    for (int k = 0; k < reference.length; k++) {
      sum += values[at + k] * coefficients[from + k];
    }
    return sum;
  }
}
